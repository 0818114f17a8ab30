package com.partnerbridges.dev.deploy.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Command;
import com.partnerbridges.dev.deploy.Repository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The scripts of {@code deploy/cloud-run} in a folder of their own, with a stand-in for gcloud and
 * curl that writes down what it is told.
 */
final class Cloud {

  private static final String DIGITS = "[0-9a-f]";
  private final Path folder;
  final Path scripts;

  Cloud(Path folder) throws IOException {
    this.folder = folder;
    this.scripts = folder.resolve("cloud-run");
    copy(Repository.DEPLOY.resolve("cloud-run"), scripts);
    for (String service : Repository.services()) {
      Path own = scripts.resolve(service);
      Files.copy(own.resolve("settings.example.env"), own.resolve("settings.env"));
    }
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String name : List.of("gcloud", "curl")) {
      Path script = bin.resolve(name);
      Files.copy(Path.of("src/test/resources/stand-in/gcloud"), script);
      script.toFile().setExecutable(true);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(file -> !file.toString().contains(".filled")).toList()) {
        if (!file.endsWith("settings.env")) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      }
    }
  }

  Command bootstrap(String... arguments) throws Exception {
    return run("bootstrap", arguments);
  }

  Command deploy(String service, String tag, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(service, "--tag", tag));
    arguments.addAll(List.of(more));
    return run("deploy", arguments.toArray(String[]::new));
  }

  private Command run(String script, String... arguments) throws Exception {
    Files.deleteIfExists(commands());
    List<String> line = new ArrayList<>(List.of(scripts.resolve(script).toString()));
    line.addAll(List.of("--project", "bridges-test", "--region", "europe-west1"));
    line.addAll(List.of(arguments));
    String path = folder.resolve("bin") + File.pathSeparator + System.getenv("PATH");
    return Command.run(
        folder,
        Map.of("PATH", path, "STAND_IN", folder.toString(), "TMPDIR", folder.toString()),
        line);
  }

  /** After bootstrap. */
  void bootstrapped() throws IOException {
    copy(Bootstrapped.STATE, folder.resolve("state"));
  }

  /** After bootstrap, with a value for each secret, and images in the registry. */
  void prepare(String service, String... tags) throws IOException {
    bootstrapped();
    Path versions = folder.resolve("state/version");
    for (Path secret : list(folder.resolve("state/secret"))) {
      Path own = Files.createDirectories(versions.resolve(secret.getFileName()));
      if (list(own).isEmpty()) {
        Files.createFile(own.resolve("1"));
      }
    }
    Path images = Files.createDirectories(folder.resolve("state/image"));
    for (String tag : tags) {
      Files.createFile(images.resolve(service + ":" + tag));
    }
  }

  /** Run once for all tests that need it. */
  private static final class Bootstrapped {

    static final Path STATE = make();

    private static Path make() {
      try {
        Path folder = Files.createDirectories(Path.of("target/bootstrapped")).toAbsolutePath();
        folder = Files.createTempDirectory(folder, "cloud");
        Command run = new Cloud(folder).bootstrap();
        assertThat(run.exit()).as(run.err()).isZero();
        return folder.resolve("state");
      } catch (Exception broken) {
        throw new IllegalStateException(broken);
      }
    }
  }

  /** A new value of a secret. */
  void rotate(String secret) throws IOException {
    Path versions = folder.resolve("state/version").resolve(secret);
    Files.createFile(versions.resolve(String.valueOf(list(versions).size() + 1)));
  }

  void failAt(String pattern) throws IOException {
    Files.writeString(folder.resolve("fail"), pattern);
  }

  void failNoMore() throws IOException {
    Files.delete(folder.resolve("fail"));
  }

  /** What the last script told the cloud: questions begin with ?, changes with !. */
  List<String> told() throws IOException {
    return Files.exists(commands())
        ? Files.readAllLines(commands()).stream().map(this::same).toList()
        : List.of();
  }

  List<String> changes() throws IOException {
    return told().stream()
        .filter(line -> line.startsWith("! "))
        .map(line -> line.substring(2))
        .toList();
  }

  /** How the traffic is spread: revision,percent,tag. */
  List<String> traffic(String service) throws IOException {
    return Files.readAllLines(folder.resolve("state/traffic").resolve(service));
  }

  String filled(String service, String manifest) {
    return Repository.text(scripts.resolve(".filled").resolve(service).resolve(manifest));
  }

  /** Without what differs from run to run: folders, and fingerprints of the manifests. */
  String same(String line) {
    return line.replace(scripts.toString(), "deploy/cloud-run")
        .replaceAll(folder + "/tmp\\.\\w+", "WORK")
        .replaceAll("(-service-)" + DIGITS + "{8}\\b", "$1FINGERPRINT");
  }

  private Path commands() {
    return folder.resolve("commands");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
