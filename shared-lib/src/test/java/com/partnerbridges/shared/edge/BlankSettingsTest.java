package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlankSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void blankSettingLeadsToTheDefault(String blank) {
    assertThat(read(Map.of("RECONCILE_AFTER", blank), "after")).contains("2m");
  }

  @Test
  void settingThatIsNotBlankIsTaken() {
    assertThat(read(Map.of("RECONCILE_AFTER", "5m"), "after")).contains("5m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void blankSettingWithoutDefaultIsMissing(String blank) {
    assertThat(read(Map.of("AUTH_TOKEN", blank), "token")).isEmpty();
  }

  @Test
  void blankSettingGivesWayToTheProfilesValue() {
    assertThat(read(Map.of("AUTH_TOKEN", "", "%dev.AUTH_TOKEN", "sandbox"), "token"))
        .contains("sandbox");
  }

  @Test
  void settingsOfTheFrameworkMayBeBlank() {
    assertThat(config(Map.of("framework.setting", " ")).getRawValue("framework.setting"))
        .isEqualTo(" ");
  }

  private static Optional<String> read(Map<String, String> environment, String property) {
    return config(environment).getOptionalValue(property, String.class);
  }

  /** As the services have it: found as a service, among all other interceptors. */
  private static SmallRyeConfig config(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDiscoveredInterceptors()
        .withProfile("dev")
        .withSources(new PropertiesConfigSource(environment, "environment", 300))
        .withDefaultValue("after", "${RECONCILE_AFTER:2m}")
        .withDefaultValue("token", "${AUTH_TOKEN}")
        .build();
  }
}
