package com.partnerbridges.xendit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XenditRulesTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String IV = "0123456789abcdef";
  private static final String ORIGINS = "quarkus.http.cors.origins";
  private static final String CREDENTIALS = "quarkus.http.cors.access-control-allow-credentials";

  @Test
  void encryptionHasItsKeyAndVector() {
    assertThat(broken(encryption(KEY, IV))).isEmpty();
  }

  @Test
  void encryptionWithoutKeyAndVectorDoesNotStart() {
    Map<String, String> wrong = broken(Map.of("xendit.encryption.enabled", "yes"));

    assertThat(wrong)
        .containsExactly(
            entry("ENCRYPTION_IV", "is missing, and ENCRYPTION_ENABLED is on"),
            entry("ENCRYPTION_KEY", "is missing, and ENCRYPTION_ENABLED is on"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", KEY + "0", "0123456789abcdef0123456789abcde\u00e9"})
  void aKeyOfAnotherLengthIsNotShown(String key) {
    assertThat(broken(encryption(key, IV)))
        .containsExactly(entry("ENCRYPTION_KEY", "must be exactly 32 bytes long in UTF-8"));
  }

  @Test
  void theLengthIsThatOfTheBytes() {
    assertThat(broken(encryption("\u00e9".repeat(16), "\u00e9".repeat(8)))).isEmpty();
  }

  @Test
  void withoutEncryptionTheKeyDoesNotMatter() {
    assertThat(broken(Map.of("xendit.encryption.key", "short"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "https://a.example, *", "/.*/", "/https?://.+/", "/(?s).*/"})
  void credentialsAreNotForAllOrigins(String origins) {
    assertThat(broken(Map.of(ORIGINS, origins, CREDENTIALS, "true")))
        .containsOnlyKeys("CORS_ORIGINS");
  }

  @ParameterizedTest
  @CsvSource({
    "*, false",
    "https://a.example, true",
    "'https://a.example,https://b.example', true",
    "/https://[a-z]+\\.example\\.com/, true"
  })
  void namedOriginsOrNoCredentialsAreFine(String origins, String credentials) {
    assertThat(broken(Map.of(ORIGINS, origins, CREDENTIALS, credentials))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"xnd_development_1, 0", "xnd_production_1, 1"})
  void theTestTokenIsForTestKeysOnly(String apiKey, int complaints) {
    assertThat(broken(Map.of("xendit.kiosk-test-token", "token", "xendit.api-key", apiKey)))
        .hasSize(complaints);
  }

  @ParameterizedTest
  @CsvSource({"one, 0", "'one,two', 0", "'one, two', 0", "'one,two,three', 1", "'one,', 1"})
  void twoCallbackTokensAtMost(String tokens, int complaints) {
    assertThat(broken(Map.of("xendit.callback-token", tokens))).hasSize(complaints);
  }

  @ParameterizedTest
  @CsvSource({
    "10s, 11s, 0",
    "10s, 10s, 1",
    "10s, 1s, 1",
    "soon, 1s, 0",
  })
  void aCreateCallIsOverBeforeItCountsAsLost(String timeout, String window, int complaints) {
    assertThat(broken(Map.of("xendit.calls.read-timeout", timeout, "xendit.create-window", window)))
        .hasSize(complaints);
  }

  @ParameterizedTest
  @CsvSource({
    "31s, 30s, 10s, 3, 0",
    "30s, 30s, 1s, 1, 1",
    "30s, 1s, 10s, 3, 1",
    "31s, 1s, 10s, 3, 0",
    "31s, 1s, 10s, 4, 1",
    "31s, 1s, 10s, 999999999999999999, 1",
    "31s, 1s, 10s, 0, 0",
    "31s, 1s, 10s, many, 0"
  })
  void workIsOverBeforeItsLease(
      String lease, String mail, String call, String attempts, int complaints) {
    Map<String, String> wrong =
        broken(
            Map.of(
                "xendit.reconcile-lease", lease,
                "xendit.mail.timeout", mail,
                "xendit.calls.read-timeout", call,
                "xendit.calls.attempts", attempts));

    assertThat(wrong).hasSize(complaints);
  }

  @ParameterizedTest
  @CsvSource({"40000, 40000, 0", "40001, 40000, 1", "many, 40000, 0"})
  void theStandardAmountIsOneThatXenditTakes(String amount, String largest, int complaints) {
    assertThat(broken(Map.of("xendit.photobox-amount", amount, "xendit.max-amount", largest)))
        .hasSize(complaints);
  }

  private static Map<String, String> encryption(String key, String iv) {
    return Map.of(
        "xendit.encryption.enabled", "true",
        "xendit.encryption.key", key,
        "xendit.encryption.iv", iv);
  }

  private static Map<String, String> broken(Map<String, String> settings) {
    return new XenditRules().broken(name -> Optional.ofNullable(settings.get(name)));
  }
}
