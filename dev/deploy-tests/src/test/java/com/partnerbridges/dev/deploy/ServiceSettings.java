package com.partnerbridges.dev.deploy;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a service can be told by environment variables, by its own application.properties. */
public final class ServiceSettings {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:)?");
  private static final Pattern SECRET_ROW =
      Pattern.compile("(?m)^\\| `([A-Z][A-Z0-9_]*)` \\|[^|]*\\|.*\\(secret\\)");

  private final String service;
  private final String properties;

  public ServiceSettings(String service) {
    this.service = service;
    this.properties =
        Repository.text(
                Repository.ROOT
                    .resolve(service)
                    .resolve("src/main/resources/application.properties"))
            .lines()
            .filter(line -> !line.matches("[#%].*"))
            .collect(joining("\n"));
  }

  public Set<String> all() {
    return names(false);
  }

  /** Those that have no default. */
  public Set<String> required() {
    return names(true);
  }

  private Set<String> names(boolean required) {
    return VARIABLE
        .matcher(properties)
        .results()
        .filter(variable -> !required || variable.group(2) == null)
        .map(variable -> variable.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /** Those that the README's table calls secret. */
  public Set<String> secret() {
    String readme = Repository.text(Repository.ROOT.resolve(service).resolve("README.md"));
    return SECRET_ROW.matcher(readme).results().map(row -> row.group(1)).collect(toSet());
  }

  /** A property as it is written, without its variables filled in. */
  public String property(String name) {
    Properties parsed = new Properties();
    try {
      parsed.load(new StringReader(properties));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return parsed.getProperty(name);
  }
}
