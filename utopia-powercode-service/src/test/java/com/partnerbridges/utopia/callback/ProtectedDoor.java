package com.partnerbridges.utopia.callback;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Base64;
import java.util.Map;

/** Every protection of the door at once, written with the spaces that people write. */
public class ProtectedDoor implements QuarkusTestProfile {

  static final String SECRET = secret('a');
  static final String PREVIOUS_SECRET = secret('b');
  static final String PATH = "kept-between-us-1234";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "CALLBACK_HMAC_SECRETS", SECRET + ", " + PREVIOUS_SECRET,
        "CALLBACK_SECRET_HEADER", "X-Hook-Key: open-sesame",
        "CALLBACK_PATH_SECRET", " " + PATH,
        "CALLBACK_ALLOWED_SOURCES", "192.0.2.0/24, 2001:db8::/32",
        "CALLBACK_TRUSTED_PROXIES", "1");
  }

  static String secret(char filling) {
    byte[] bytes = String.valueOf(filling).repeat(32).getBytes();
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
