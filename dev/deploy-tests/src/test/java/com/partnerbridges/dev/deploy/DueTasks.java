package com.partnerbridges.dev.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The timed work of a service, by the names that it has as jobs; read from the source. */
public final class DueTasks {

  /** The job that does all of it. */
  public static final String ALL = "due-work";

  private static final Pattern TASK =
      Pattern.compile("class (\\w+)(?:<.*>)? implements [\\w, ]*\\bDueTask\\b");
  private static final Pattern PARENT = Pattern.compile("class \\w+ extends (\\w+)");
  private static final Pattern NAME =
      Pattern.compile("String name\\(\\) \\{\\s+return \"([a-z-]+)\";");

  private DueTasks() {}

  /** Its own, and those of shared-lib that it extends. */
  public static Set<String> of(String service) {
    Map<String, String> shared = names(sources("shared-lib"));
    List<String> own = sources(service);
    Set<String> all = new TreeSet<>(names(own).values());
    own.stream()
        .flatMap(source -> PARENT.matcher(source).results())
        .map(parent -> shared.get(parent.group(1)))
        .filter(Objects::nonNull)
        .forEach(all::add);
    return all;
  }

  private static List<String> sources(String module) {
    try (Stream<Path> files =
        Files.walk(Repository.ROOT.resolve(module).resolve("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).map(Repository::text).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** By class. */
  private static Map<String, String> names(List<String> sources) {
    Map<String, String> names = new TreeMap<>();
    for (String source : sources) {
      Matcher task = TASK.matcher(source);
      if (task.find()) {
        Matcher name = NAME.matcher(source);
        if (!name.find()) {
          throw new AssertionError("the task " + task.group(1) + " has no name that can be read");
        }
        names.put(task.group(1), name.group(1));
      }
    }
    return names;
  }
}
