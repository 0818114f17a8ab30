package com.partnerbridges.utopia.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallbackRulesTest {

  private static final String SECRET = ProtectedDoor.SECRET;

  @Test
  void nothingIsRequired() {
    assertThat(new CallbackRules().broken(property -> Optional.empty())).isEmpty();
  }

  @Test
  void whatProtectsIsAccepted() {
    Map<String, String> settings =
        Map.of(
            "utopia.callback.secret-header", "X-Key: value",
            "utopia.callback.path-secret", "0123456789abcdef",
            "utopia.callback.hmac-secrets", SECRET + ", " + SECRET,
            "utopia.callback.allowed-sources", "192.0.2.7, 192.0.2.0/24,2001:db8::/32");

    assertThat(new CallbackRules().broken(of(settings))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "secret-header|X-Key",
        "secret-header|X-Key:",
        "secret-header|: secret",
        "secret-header|X Key: value",
        "path-secret|short",
        "path-secret|with/slash-0123456789",
        "hmac-secrets|whsec_dG9vIHNob3J0",
        "hmac-secrets|nonsense",
        "hmac-secrets|whsec_YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=,",
        "allowed-sources|localhost",
        "allowed-sources|192.0.2.0/33",
        "allowed-sources|192.0.2.0/x",
        "allowed-sources|192.0.2.7,"
      })
  void whatWouldProtectNothingIsNot(String name, String value) {
    Map<String, String> wrong =
        new CallbackRules().broken(of(Map.of("utopia.callback." + name, value)));

    assertThat(wrong)
        .containsOnlyKeys("CALLBACK_" + name.toUpperCase().replace('-', '_'))
        .allSatisfy((variable, why) -> assertThat(why).doesNotContain(value));
  }

  private static Function<String, Optional<String>> of(Map<String, String> settings) {
    return property -> Optional.ofNullable(settings.get(property));
  }
}
