package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAddressTest {

  @Test
  void theSlashAtTheEndDoesNotMatter() {
    assertThat(HttpAddress.of("https://host.example/a//").resolve("/b"))
        .hasToString("https://host.example/a/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host.example",
        "/a",
        "ftp://host.example",
        "https://",
        "https://host.example?key=s3cret",
        "https://user:s3cret@host.example",
        "https://host example/s3cret"
      })
  void otherTextIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> HttpAddress.of(text))
        .isInstanceOf(UnusableSetting.class)
        .hasMessageNotContaining("s3cret");
  }
}
