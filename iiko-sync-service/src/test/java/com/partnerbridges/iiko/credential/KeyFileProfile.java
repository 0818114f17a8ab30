package com.partnerbridges.iiko.credential;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Keys in a file that tests write, and small batches. */
public class KeyFileProfile implements QuarkusTestProfile {

  static final Path FILE = Path.of("target", "credential-keys-" + ProcessHandle.current().pid());

  /** 32 bytes of a test each, no secrets. */
  static final String A = "a:bG9jYWwtdGVzdC1rZXktb2YtMzItYnl0ZXMtLS0tLWE=";

  static final String B = "b:bG9jYWwtdGVzdC1rZXktb2YtMzItYnl0ZXMtLS0tLWI=";

  @Override
  public Map<String, String> getConfigOverrides() {
    write("*" + A);
    return Map.of(
        "iiko.keys.keyset", "",
        "CREDENTIAL_ENCRYPTION_KEYS_FILE", FILE.toAbsolutePath().toString(),
        "CREDENTIAL_ROTATION_BATCH", "10");
  }

  /** In one step, as mounted secrets change. */
  static void write(String keyset) {
    try {
      Path next = FILE.resolveSibling(FILE.getFileName() + ".next");
      Files.createDirectories(next.toAbsolutePath().getParent());
      Files.writeString(next, keyset);
      Files.move(next, FILE, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
