package com.partnerbridges.dev.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the services are run from: the jars of the last build, unless said otherwise.
 *
 * @param root the repository
 * @param executables the services whose native executable is run, by name
 * @param images when it is there, all services are containers of these images; <code>{service}
 *     </code> in it is the name
 */
public record Packages(Path root, Set<String> executables, Optional<String> images) {

  /** By this the next stack knows that a process was one of ours. */
  private static final String MARK = "partner-bridges.stack=";

  /**
   * Ready sooner: on machines where stacks run, compiling a second time costs more than it gives.
   */
  private static final String COMPILED_ONCE = "-XX:TieredStopAtLevel=1";

  public Packages {
    root = root.toAbsolutePath().normalize();
    executables = Set.copyOf(executables);
    for (String service : executables) {
      if (!ServiceSpec.names().contains(service)) {
        throw new StackException("There is no service " + service);
      }
    }
  }

  /** With {@code -Dnative.services=iute-service,…}, the native executables of those. */
  public static Packages built(Path root) {
    return new Packages(root, names(System.getProperty("native.services", "")), Optional.empty());
  }

  static Set<String> names(String list) {
    return list.isBlank() ? Set.of() : Set.of(list.split(","));
  }

  /** The program alone, as somebody would start it by hand. */
  public List<String> program(String service) {
    return executables.contains(service)
        ? List.of(executable(service).toString())
        : List.of(java(), "-jar", jar(service).toString());
  }

  /**
   * @param instance the service's name and number
   * @param state the folder that marks the stack's processes, and that has what they read
   * @param heap the most that it may use
   * @param variables names of the environment variables that it is to see
   */
  List<String> command(
      String service, String instance, Path state, String heap, Collection<String> variables) {
    String most = "-Xmx" + heap;
    if (images.isPresent()) {
      List<String> command = new ArrayList<>(List.of("podman", "run", "--rm", "--replace"));
      command.addAll(List.of("--name", instance + "-" + Integer.toHexString(state.hashCode())));
      command.addAll(List.of("--label", MARK + state, "--network", "host"));
      command.addAll(List.of("--volume", state + ":" + state + ":ro"));
      variables.forEach(name -> command.addAll(List.of("--env", name)));
      command.add(images.get().replace("{service}", service));
      return command;
    }
    if (executables.contains(service)) {
      return List.of(executable(service).toString(), most, "-D" + MARK + state);
    }
    return List.of(
        java(), most, COMPILED_ONCE, "-D" + MARK + state, "-jar", jar(service).toString());
  }

  /**
   * @throws StackException saying what is missing and how it is made
   */
  void requireBuilt(String service) {
    if (images.isEmpty() && !executables.contains(service) && !Files.exists(jar(service))) {
      throw new StackException(
          jar(service) + " is missing. Build it with: mvn package -DskipTests");
    }
    if (images.isEmpty() && executables.contains(service)) {
      executable(service);
    }
  }

  private Path executable(String service) {
    Path folder = root.resolve(service).resolve("target");
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner"))
          .findFirst()
          .orElseThrow(
              () ->
                  new StackException(
                      "%s has no native executable. Build it with: mvn package -Dnative -DskipTests -pl %s -am"
                          .formatted(service, service)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look into " + folder, e);
    }
  }

  private Path jar(String service) {
    return root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
