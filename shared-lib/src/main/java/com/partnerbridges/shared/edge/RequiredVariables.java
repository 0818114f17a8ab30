package com.partnerbridges.shared.edge;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quick look whether all variables are set that {@code application.properties} refers to without
 * a default. It spares a good start the second of work that the whole check takes.
 */
final class RequiredVariables {
  private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

  private RequiredVariables() {}

  /** False also when it cannot tell. */
  static boolean areSet(ClassLoader loader, UnaryOperator<String> environment) {
    return PlainSettings.file(loader)
        .map(
            file ->
                file.stringPropertyNames().stream()
                    // a line of a profile: the whole check knows which
                    .filter(name -> !name.startsWith("%"))
                    .allMatch(name -> areSet(file.getProperty(name), environment)))
        .orElse(false);
  }

  private static boolean areSet(String value, UnaryOperator<String> environment) {
    Matcher variable = WITHOUT_DEFAULT.matcher(value);
    while (variable.find()) {
      String set = environment.apply(variable.group(1));
      if (set == null || set.isBlank()) {
        return false;
      }
    }
    return true;
  }
}
