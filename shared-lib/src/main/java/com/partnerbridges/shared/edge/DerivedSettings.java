package com.partnerbridges.shared.edge;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;

/** Settings of the framework that follow from settings which people know by simpler words. */
@StaticInitSafe
@Priority(DerivedSettings.NEXT_TO_THE_READER)
public final class DerivedSettings implements ConfigSourceInterceptor {

  /** Outside of the interceptors that choose between profiles and put values into expressions. */
  static final int NEXT_TO_THE_READER = Priorities.LIBRARY + 2000;

  private static final long serialVersionUID = 1L;

  private static final String JSON_LOG = "quarkus.log.console.json.enabled";
  private static final String MIGRATE = "quarkus.flyway.migrate-at-start";
  private static final String MIGRATE_ONLY = "quarkus.init-and-exit";
  private static final String TRACES_OFF = "quarkus.otel.sdk.disabled";
  private static final String COLLECTOR = "quarkus.otel.exporter.otlp.endpoint";

  @Override
  public ConfigValue getValue(ConfigSourceInterceptorContext sources, String name) {
    ConfigValue value = sources.proceed(name);
    return switch (name) {
      case JSON_LOG -> value == null ? null : with(value, name, isJson(value.getValue()));
      case MIGRATE ->
          Boolean.parseBoolean(text(sources, MIGRATE_ONLY)) ? with(value, name, true) : value;
      case TRACES_OFF -> text(sources, COLLECTOR).isBlank() ? with(value, name, true) : value;
      default -> value;
    };
  }

  private static boolean isJson(String format) {
    return "json".equalsIgnoreCase(format) || Boolean.parseBoolean(format);
  }

  private static String text(ConfigSourceInterceptorContext sources, String name) {
    ConfigValue value = sources.proceed(name);
    return value == null || value.getValue() == null ? "" : value.getValue();
  }

  private static ConfigValue with(ConfigValue value, String name, boolean derived) {
    return (value == null ? ConfigValue.builder().withName(name).build() : value)
        .withValue(String.valueOf(derived));
  }
}
