package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequiredVariablesTest {

  private static final String FILE =
      """
      a=${NEEDED}
      b=${DEFAULTED:1}
      %dev.c=${ONLY_IN_DEVELOPMENT}
      """;

  @Test
  void whatHasNoDefaultMustBeSet() {
    assertThat(areSet(FILE, Map.of())).isFalse();
    assertThat(areSet(FILE, Map.of("NEEDED", " "))).isFalse();
  }

  @Test
  void defaultsAndOtherProfilesAskForNothing() {
    assertThat(areSet(FILE, Map.of("NEEDED", "x"))).isTrue();
  }

  @Test
  void withoutTheFileNothingCanBeSaid() {
    assertThat(areSet(null, Map.of("NEEDED", "x"))).isFalse();
  }

  private static boolean areSet(String file, Map<String, String> environment) {
    ClassLoader loader =
        new ClassLoader(null) {
          @Override
          public InputStream getResourceAsStream(String name) {
            return file == null
                ? null
                : new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
          }
        };
    return RequiredVariables.areSet(loader, environment::get);
  }
}
