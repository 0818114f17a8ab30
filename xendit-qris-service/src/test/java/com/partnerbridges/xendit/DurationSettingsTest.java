package com.partnerbridges.xendit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which durations may be none at all. */
class DurationSettingsTest {

  private static final Map<String, String> REQUIRED =
      Map.of(
          "XENDIT_API_KEY", "xnd_development_1",
          "XENDIT_CALLBACK_TOKEN", "token",
          "PUBLIC_BASE_URL", "https://kiosk.example",
          "ATLAS_SSO_URL", "https://atlas.example/api/v1",
          "ATLAS_APP_CODE", "PHOTOBOX",
          "ATLAS_ENCRYPTION_KEY", "key",
          "ATLAS_ENCRYPTION_IV", "iv",
          "MAIL_SERVER", "mail.example",
          "EMAIL_SENDER", "photobox@mail.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "QRIS_EXPIRY",
        "CREATE_WINDOW",
        "RECONCILE_AFTER",
        "RECONCILE_MAX_INTERVAL",
        "RECONCILE_LEASE",
        "PHOTO_EXPIRY",
        "MAIL_TIMEOUT",
        "ATLAS_CACHE",
        "ATLAS_CACHE_WHEN_AWAY",
        "ATLAS_CONNECT_TIMEOUT",
        "ATLAS_READ_TIMEOUT",
        "ATLAS_BREAKER_DELAY",
        "XENDIT_CONNECT_TIMEOUT",
        "XENDIT_READ_TIMEOUT",
        "XENDIT_BREAKER_DELAY"
      })
  void whatMustLastIsNotNothing(String setting) throws IOException {
    SmallRyeConfigBuilder settings = settings(setting, "0s");

    assertThatThrownBy(settings::build)
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("must be at least 1ms");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPIRY_GRACE",
        "LATE_LOOK",
        "MAX_WAIT",
        "ATLAS_RETRY_DELAY",
        "XENDIT_RETRY_DELAY"
      })
  void aPauseMayBeNone(String setting) throws IOException {
    SmallRyeConfigBuilder settings = settings(setting, "0s");

    assertThatCode(settings::build).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPIRY_GRACE",
        "LATE_LOOK",
        "MAX_WAIT",
        "ATLAS_RETRY_DELAY",
        "XENDIT_RETRY_DELAY"
      })
  void aPauseIsNotNegative(String setting) throws IOException {
    SmallRyeConfigBuilder settings = settings(setting, "PT-1S");

    assertThatThrownBy(settings::build)
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("must not be negative");
  }

  private static SmallRyeConfigBuilder settings(String setting, String value) throws IOException {
    return ConfigUtils.emptyConfigBuilder()
        .withMapping(XenditConfig.class)
        .withSources(
            new PropertiesConfigSource(
                Path.of("src/main/resources/application.properties").toUri().toURL()),
            new PropertiesConfigSource(REQUIRED, "environment", 400),
            new PropertiesConfigSource(Map.of(setting, value), "the setting", 500));
  }
}
