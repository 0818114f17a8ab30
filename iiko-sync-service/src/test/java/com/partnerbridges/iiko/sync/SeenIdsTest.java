package com.partnerbridges.iiko.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenIdsTest {

  @Test
  void eachIdIsNewOnce() {
    SeenIds seen = new SeenIds();
    IntStream.range(0, 50_000).forEach(i -> assertThat(seen.add("id-" + i)).isTrue());

    assertThat(IntStream.range(0, 50_000).filter(i -> seen.add("id-" + i))).isEmpty();

    assertThat(seen.fingerprints()).hasSize(50_000).doesNotHaveDuplicates();
  }
}
