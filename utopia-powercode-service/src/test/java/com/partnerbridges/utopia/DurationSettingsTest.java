package com.partnerbridges.utopia;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No duration of this service may be none at all. */
class DurationSettingsTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "UTOPIA_API_KEY", "key",
          "PC_URL", "https://powercode.example",
          "PC_API_KEY", "key",
          "SERVICE_PLANS", "1 Gbps=164",
          "MAIL_SERVER", "mail.example",
          "EMAIL_SENDER", "orders@mail.example",
          "EMAIL_RECIPIENTS", "office@mail.example");

  @Test
  void whatIsRequiredIsEnough() throws IOException {
    SmallRyeConfigBuilder settings = settings("PORT", "8080");

    assertThatCode(settings::build).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTOPIA_CONNECT_TIMEOUT",
        "UTOPIA_READ_TIMEOUT",
        "UTOPIA_BREAKER_DELAY",
        "PC_CONNECT_TIMEOUT",
        "PC_READ_TIMEOUT",
        "PC_BREAKER_DELAY",
        "ORDER_RETRY_INITIAL_DELAY",
        "ORDER_LEASE",
        "CALLBACK_HMAC_TOLERANCE",
        "MAIL_TIMEOUT"
      })
  void whatMustLastIsNotNothing(String setting) throws IOException {
    SmallRyeConfigBuilder settings = settings(setting, "0s");

    assertThatThrownBy(settings::build)
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("must be at least 1ms");
  }

  private static SmallRyeConfigBuilder settings(String setting, String value) throws IOException {
    return ConfigUtils.emptyConfigBuilder()
        .withMapping(UtopiaConfig.class)
        .withSources(
            new PropertiesConfigSource(
                Path.of("src/main/resources/application.properties").toUri().toURL()),
            new PropertiesConfigSource(REQUIRED, "environment", 400),
            new PropertiesConfigSource(Map.of(setting, value), "the setting", 500));
  }
}
