package com.partnerbridges.dev.testkit;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The table of settings in a service's README, held against its application.properties. */
public final class SettingsTable {

  private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
  private static final Path README = Path.of("README.md");
  private static final Pattern SETTING = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

  /** A setting whose default is another one's value: the table names that one. */
  private static final Pattern BY_ANOTHER =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):(\\$\\{([A-Z][A-Z0-9_]*)[^}]*})}");

  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `([A-Z][A-Z0-9_]*)` \\| (\\*\\*required\\*\\*|none|`[^`]+`) \\| \\S.* \\|$");

  private SettingsTable() {}

  /** Fails unless every setting stands in the README with its default, and no other. */
  public static void assertComplete() throws IOException {
    String properties =
        Files.readAllLines(PROPERTIES).stream()
            .filter(line -> !line.matches("[#%].*"))
            .collect(joining("\n"));

    String plain = BY_ANOTHER.matcher(properties).replaceAll("\\${$1:$3} $2");
    Map<String, String> settings = defaults(SETTING, plain, SettingsTable::shown);

    assertThat(defaults(ROW, Files.readString(README), row -> row.group(2)))
        .isEqualTo(settings)
        .isNotEmpty();
  }

  private static Map<String, String> defaults(
      Pattern pattern, String text, Function<MatchResult, String> shown) {
    return pattern
        .matcher(text)
        .results()
        .collect(toMap(result -> result.group(1), shown, SettingsTable::same, TreeMap::new));
  }

  private static String shown(MatchResult setting) {
    String value = setting.group(2);
    return value == null ? "**required**" : value.isEmpty() ? "none" : "`" + value + "`";
  }

  private static String same(String one, String other) {
    assertThat(other).as("one setting has one default").isEqualTo(one);
    return one;
  }
}
