package com.partnerbridges.shared.edge;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a service's settings must be beyond their types: rules about several of them, or about some
 * of the framework's. A bean of this type is asked at every start; given to {@link Bridge}, what it
 * finds stands in one message with everything else that is wrong.
 */
@FunctionalInterface
public interface SettingRules {

  /**
   * @param settings the value of a property, empty when it is missing or blank
   * @return what is wrong, by environment variable; the values themselves are never part of it
   */
  Map<String, String> broken(Function<String, Optional<String>> settings);

  /** These rules and others. */
  default SettingRules and(SettingRules others) {
    return settings -> {
      Map<String, String> wrong = new HashMap<>(others.broken(settings));
      wrong.putAll(broken(settings));
      return wrong;
    };
  }

  /** Empty also when it is malformed: that is not for rules to say. */
  static Optional<Duration> duration(Function<String, Optional<String>> settings, String property) {
    try {
      return settings.apply(property).map(DurationConverter::parseDuration);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
