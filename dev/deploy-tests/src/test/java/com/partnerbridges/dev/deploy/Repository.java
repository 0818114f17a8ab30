package com.partnerbridges.dev.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files that are tested. */
public final class Repository {

  public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  public static final Path DEPLOY = ROOT.resolve("deploy");

  private Repository() {}

  /** The services' names: their folders end in {@code -service}. */
  public static List<String> services() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.endsWith("-service"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A YAML file; {@code ${…}} in it is text like any other. */
  public static Node yaml(Path file) {
    return new Node(file.getFileName().toString(), new Yaml().load(text(file)));
  }
}
