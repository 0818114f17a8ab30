package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedSettingsTest {

  private static final Map<String, String> FILE =
      Map.of(
          "quarkus.log.console.json.enabled", "${LOG_FORMAT:json}",
          "quarkus.flyway.migrate-at-start", "${DB_MIGRATE_AT_START:true}",
          "quarkus.init-and-exit", "${DB_MIGRATE_ONLY:false}",
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.exporter.otlp.endpoint", "${OTEL_EXPORTER_OTLP_ENDPOINT:}");

  @ParameterizedTest
  @CsvSource({"json, true", "JSON, true", "text, false", "plain, false"})
  void theFormatOfTheLogSaysWhetherItIsJson(String format, boolean json) {
    SmallRyeConfig config = config(Map.of("LOG_FORMAT", format));

    assertThat(config.getValue("quarkus.log.console.json.enabled", boolean.class)).isEqualTo(json);
  }

  @Test
  void theLogIsJsonWhereNothingIsSaid() {
    assertThat(config(Map.of()).getValue("quarkus.log.console.json.enabled", boolean.class))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true, true, true", "true, false, true", "false, true, true", "false, false, false"})
  void whoOnlyMigratesMigrates(boolean only, boolean atStart, boolean migrates) {
    SmallRyeConfig config =
        config(
            Map.of(
                "DB_MIGRATE_ONLY", String.valueOf(only),
                "DB_MIGRATE_AT_START", String.valueOf(atStart)));

    assertThat(config.getValue("quarkus.flyway.migrate-at-start", boolean.class))
        .isEqualTo(migrates);
    assertThat(config.getValue("quarkus.init-and-exit", boolean.class)).isEqualTo(only);
  }

  @ParameterizedTest
  @CsvSource({"'', true", "' ', true", "http://127.0.0.1:4318, false"})
  void tracesAreMadeForACollectorOnly(String collector, boolean off) {
    SmallRyeConfig config = config(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector));

    assertThat(config.getValue("quarkus.otel.sdk.disabled", boolean.class)).isEqualTo(off);
  }

  private static SmallRyeConfig config(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(FILE);
    all.putAll(environment);
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(all, "test", 300))
        .addDefaultInterceptors()
        .withInterceptors(new BlankSettings(), new DerivedSettings())
        .build();
  }
}
