package com.partnerbridges.xendit.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service that encrypts its public answers stands behind a proxy, and is no test. */
public class PublicSettings implements QuarkusTestProfile {

  static final String KEY = "front-ends-key-of-32-characters!";
  static final String IV = "front-ends-iv-16";
  static final String FRONT_END = "https://photobox.example";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "ENCRYPTION_ENABLED",
        "true",
        "ENCRYPTION_KEY",
        KEY,
        "ENCRYPTION_IV",
        IV,
        "CORS_ORIGINS",
        FRONT_END,
        "TRUSTED_PROXIES",
        "1",
        "RATE_PER_CLIENT",
        "60",
        // an empty text would leave the test settings' own
        "xendit.kiosk-test-token",
        "${NO_TOKEN:}");
  }
}
