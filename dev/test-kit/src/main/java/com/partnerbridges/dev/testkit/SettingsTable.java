package com.partnerbridges.dev.testkit;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The table of settings in a service's README, held against its application.properties. */
public final class SettingsTable {

  private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
  private static final Path README = Path.of("README.md");
  private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `([A-Z][A-Z0-9_]*)` \\| (?:\\*\\*required\\*\\*|`([^`]+)`) \\| \\S.* \\|$");

  private SettingsTable() {}

  /** Fails unless every setting stands in the README with its default, and no other. */
  public static void assertComplete() throws IOException {
    String properties =
        Files.readAllLines(PROPERTIES).stream()
            .filter(line -> !line.matches("[#%].*"))
            .collect(joining("\n"));

    Map<String, String> settings = defaults(SETTING, properties);

    assertThat(defaults(ROW, Files.readString(README))).isEqualTo(settings).isNotEmpty();
  }

  private static Map<String, String> defaults(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .collect(
            toMap(
                result -> result.group(1),
                SettingsTable::defaultOf,
                SettingsTable::same,
                TreeMap::new));
  }

  private static String defaultOf(MatchResult setting) {
    return setting.group(2) == null ? "required" : setting.group(2);
  }

  private static String same(String one, String other) {
    assertThat(other).as("one setting has one default").isEqualTo(one);
    return one;
  }
}
