package com.partnerbridges.shared.edge;

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
}
