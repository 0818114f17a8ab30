package com.partnerbridges.dev.deploy;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A tool that may not be on the machine. A test that needs it is skipped then; with {@code
 * DEPLOY_TOOLS_REQUIRED=true} it fails.
 */
public final class Tool {

  private Tool() {}

  public static Path find(String name) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> missing(name));
  }

  private static Path missing(String name) {
    String message = name + " is not installed";
    return "true".equals(System.getenv("DEPLOY_TOOLS_REQUIRED")) ? fail(message) : abort(message);
  }
}
