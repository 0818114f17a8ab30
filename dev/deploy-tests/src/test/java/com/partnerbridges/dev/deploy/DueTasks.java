package com.partnerbridges.dev.deploy;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The timed work of a service, by the names that it has as jobs; read from the source. */
public final class DueTasks {

  /** The job that does all of it. */
  public static final String ALL = "due-work";

  private static final Pattern TASK =
      Pattern.compile("class \\w+ implements [\\w, ]*\\bDueTask\\b");
  private static final Pattern NAME =
      Pattern.compile("String name\\(\\) \\{\\s+return \"([a-z-]+)\";");

  private DueTasks() {}

  public static Set<String> of(String service) {
    try (Stream<Path> files =
        Files.walk(Repository.ROOT.resolve(service).resolve("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(DueTasks::name)
          .flatMap(Optional::stream)
          .collect(toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<String> name(Path file) {
    String source = Repository.text(file);
    if (!TASK.matcher(source).find()) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(source);
    if (!name.find()) {
      throw new AssertionError("the task in " + file + " has no name that can be read");
    }
    return Optional.of(name.group(1));
  }
}
