package com.partnerbridges.iiko.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRulesTest {

  private static final String KEY = "bG9jYWwtdGVzdC1rZXktb2YtMzItYnl0ZXMtLS0tLWE=";

  @TempDir Path folder;

  @Test
  void withoutAKeyTheServiceDoesNotStart() {
    assertThat(broken(Map.of())).containsOnlyKeys("CREDENTIAL_ENCRYPTION_KEYS");
  }

  @Test
  void oneOfThreeIsEnough() throws IOException {
    Path file = Files.writeString(folder.resolve("keys"), "a:" + KEY + "\n");

    assertThat(broken(Map.of("iiko.keys.keyset", "*a:" + KEY))).isEmpty();
    assertThat(broken(Map.of("iiko.keys.only", KEY))).isEmpty();
    assertThat(broken(Map.of("iiko.keys.file", file.toString()))).isEmpty();
  }

  @Test
  void twoContradictEachOther() {
    assertThat(broken(Map.of("iiko.keys.keyset", "*a:" + KEY, "iiko.keys.only", KEY)))
        .containsEntry(
            "CREDENTIAL_ENCRYPTION_KEY", "cannot be set together with CREDENTIAL_ENCRYPTION_KEYS");
  }

  @Test
  void whatIsWrongIsToldWithoutAKey() {
    assertThat(broken(Map.of("iiko.keys.only", KEY + "," + KEY)))
        .containsOnlyKeys("CREDENTIAL_ENCRYPTION_KEY");
    assertThat(broken(Map.of("iiko.keys.file", folder.resolve("none").toString())))
        .containsEntry("CREDENTIAL_ENCRYPTION_KEYS_FILE", "cannot be used: There is no such file");
    assertThat(broken(Map.of("iiko.keys.keyset", "a:" + KEY + ",b:" + KEY)).toString())
        .contains("primary")
        .doesNotContain(KEY);
  }

  private static Map<String, String> broken(Map<String, String> settings) {
    return new KeyRules().broken(property -> Optional.ofNullable(settings.get(property)));
  }
}
