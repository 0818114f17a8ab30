package com.partnerbridges.dev.deploy.compose;

import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** compose.yaml and the files beside it. */
final class Compose {

  static final Path FOLDER = Repository.DEPLOY.resolve("compose");
  static final Path FILE = FOLDER.resolve("compose.yaml");

  private Compose() {}

  static Node all() {
    return Repository.yaml(FILE);
  }

  static Node container(String name) {
    return all().at("services", name);
  }

  /** What compose.yaml itself gives a container. */
  static Map<String, String> fixed(String name) {
    Map<String, String> variables = new LinkedHashMap<>();
    ((Map<?, ?>) container(name).at("environment").value())
        .forEach((key, value) -> variables.put(key.toString(), value.toString()));
    return variables;
  }

  /** What people fill in. */
  static Map<String, String> filledIn(String file) {
    Properties parsed = new Properties();
    try {
      parsed.load(new StringReader(Repository.text(FOLDER.resolve(file))));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Map<String, String> variables = new TreeMap<>();
    parsed.forEach((key, value) -> variables.put(key.toString(), value.toString()));
    return variables;
  }
}
