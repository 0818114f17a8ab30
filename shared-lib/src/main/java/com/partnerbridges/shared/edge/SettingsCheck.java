package com.partnerbridges.shared.edge;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that is wrong with the settings, under the names that the person who deploys knows:
 * the environment variables that {@code application.properties} refers to as {@code ${NAME}}.
 * Values are never part of it.
 */
final class SettingsCheck {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");
  private static final Pattern UNEXPANDED = Pattern.compile("Could not expand value (\\S+) in ");
  private static final Pattern PROPERTY = Pattern.compile("(?:config property|in property) (\\S+)");

  private final SmallRyeConfig config;
  private final SortedMap<String, String> wrong = new TreeMap<>();

  private SettingsCheck(SmallRyeConfig config) {
    this.config = config;
  }

  /**
   * @param mapping the {@code @ConfigMapping} interface of the service
   * @param rules what the settings must be beyond their types
   * @param failure what the framework found already when it read all settings, its own included
   * @return what is wrong, by name; empty when nothing is
   */
  static SortedMap<String, String> of(
      SmallRyeConfig config,
      Class<?> mapping,
      SettingRules rules,
      Optional<ConfigValidationException> failure) {
    SettingsCheck check = new SettingsCheck(config);
    for (String property : config.getPropertyNames()) {
      if (!property.startsWith("%")) { // a line of a profile that is not active
        check.findMissing(property);
      }
    }
    try {
      ConfigMappings.registerConfigMappings(config, Set.of(ConfigClass.configClass(mapping)));
    } catch (ConfigValidationException invalid) {
      check.add(invalid);
    }
    try {
      config.getOptionalValue(ApiKeyAuthentication.SETTING, ApiKeys.class);
    } catch (IllegalArgumentException invalid) {
      check.add(invalid.getMessage());
    }
    failure.ifPresent(check::add);
    rules.broken(values(config)).forEach(check.wrong::putIfAbsent);
    return check.wrong;
  }

  /** Values by property, without a complaint where there is none. */
  static Function<String, Optional<String>> values(SmallRyeConfig config) {
    return property ->
        Optional.ofNullable(config.getConfigValue(property).getValue())
            .filter(value -> !value.isBlank());
  }

  /** Also finds what only optional properties refer to: they would just stay empty. */
  private void findMissing(String property) {
    ConfigValue value = config.getConfigValue(property);
    String source = String.valueOf(value.getConfigSourceName());
    if (source.startsWith("EnvConfigSource") || source.startsWith("SysPropConfigSource")) {
      return; // what looks like an expression there is not ours
    }
    for (ConfigValidationException.Problem problem : value.getProblems()) {
      Matcher variable = UNEXPANDED.matcher(problem.getMessage());
      if (variable.find()) {
        wrong.put(variable.group(1), "is missing");
      }
    }
    Matcher variable = VARIABLE.matcher(raw(property));
    while (variable.find()) {
      String name = variable.group(1);
      if (variable.group(2) == null && isBlank(config.getConfigValue(name))) {
        wrong.put(name, "is missing");
      }
    }
  }

  private void add(ConfigValidationException invalid) {
    for (int i = 0; i < invalid.getProblemCount(); i++) {
      add(invalid.getProblem(i).getMessage());
    }
  }

  private void add(String message) {
    Matcher property = PROPERTY.matcher(message);
    String name = property.find() ? property.group(1) : firstWordAfterClass(message);
    Matcher variable = VARIABLE.matcher(raw(name));
    String known = variable.find() ? variable.group(1) : name;
    wrong.putIfAbsent(
        known, SettingFault.describe(name, message, isBlank(config.getConfigValue(name))));
  }

  private String raw(String property) {
    ConfigValue value = Expressions.withoutExpansion(() -> config.getConfigValue(property));
    return value.getValue() == null ? "" : value.getValue();
  }

  private static String firstWordAfterClass(String message) {
    return message.replaceFirst("^\\S+: ", "").split("\\s", 2)[0];
  }

  private static boolean isBlank(ConfigValue value) {
    return value.getValue() == null || value.getValue().isBlank();
  }
}
