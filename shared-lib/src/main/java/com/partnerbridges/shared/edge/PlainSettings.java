package com.partnerbridges.shared.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings as {@code application.properties} and the environment alone give them. That is nearly
 * always all, and much quicker than the whole configuration.
 */
final class PlainSettings {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

  private PlainSettings() {}

  /** Values by property; none for a property that has no value. */
  static Function<String, Optional<String>> of(
      ClassLoader loader, UnaryOperator<String> environment) {
    Properties file = file(loader).orElseGet(Properties::new);
    return property ->
        Optional.ofNullable(file.getProperty(property))
            .map(value -> expanded(value, environment))
            .filter(value -> !value.isBlank());
  }

  /** Empty when it cannot be read. */
  static Optional<Properties> file(ClassLoader loader) {
    Properties properties = new Properties();
    try (InputStream file = loader.getResourceAsStream("application.properties")) {
      if (file == null) {
        return Optional.empty();
      }
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return Optional.of(properties);
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static String expanded(String value, UnaryOperator<String> environment) {
    return VARIABLE
        .matcher(value)
        .replaceAll(it -> Matcher.quoteReplacement(value(it.group(1), it.group(2), environment)));
  }

  private static String value(String name, String otherwise, UnaryOperator<String> environment) {
    String set = environment.apply(name);
    if (set != null && !set.isBlank()) {
      return set;
    }
    return otherwise == null ? "" : otherwise;
  }
}
