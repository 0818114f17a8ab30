package com.partnerbridges.dev.deploy.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Command;
import com.partnerbridges.dev.deploy.Repository;
import com.partnerbridges.dev.deploy.Tool;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deploy/images/build} in a folder of its own, with stand-ins for Maven and git. */
class BuildTest {

  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String BASE = "example.com/java:25@sha256:" + "0a".repeat(32);

  @TempDir Path folder;

  @BeforeEach
  void copyScript() throws Exception {
    Path images = Files.createDirectories(folder.resolve("deploy/images"));
    for (String name : List.of("build", "base", "base-native")) {
      copy(Repository.DEPLOY.resolve("images").resolve(name), images.resolve(name));
    }
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String name : List.of("mvn", "git")) {
      copy(Path.of("src/test/resources/stand-in/build", name), bin.resolve(name));
    }
    for (String service : Repository.services()) {
      Files.createDirectory(folder.resolve(service));
    }
  }

  @Test
  void allServicesAreBuiltAndNamedWithTheirDigest() throws Exception {
    Command run = build("--registry", "europe-docker.pkg.dev/my/bridges", "--push");

    assertThat(run.out().lines())
        .containsExactlyElementsOf(
            Repository.services().stream()
                .map(
                    name ->
                        "europe-docker.pkg.dev/my/bridges/%s:0123456789ab@sha256:%s"
                            .formatted(name, name))
                .toList());
    assertThat(told())
        .contains(
            String.join(",", Repository.services()),
            "-Dquarkus.container-image.push=true",
            "-Dquarkus.container-image.registry=europe-docker.pkg.dev",
            "-Dquarkus.container-image.group=my/bridges",
            "-Dquarkus.container-image.tag=0123456789ab",
            "-Dquarkus.container-image.insecure=false");
  }

  @Test
  void nothingIsPushedUnlessAskedFor() throws Exception {
    Command run = build("iute-service");

    assertThat(run.out()).isEqualTo("iute-service:0123456789ab@sha256:iute-service\n");
    assertThat(told())
        .contains("-Dquarkus.container-image.push=false", "-Dquarkus.container-image.group=")
        .noneMatch(option -> option.startsWith("-Dquarkus.container-image.registry="));
  }

  @Test
  void imageRunsAsNobodyAndForASmallContainer() throws Exception {
    build();

    assertThat(told())
        .contains("-Dquarkus.jib.user=65532:65532", "-Dquarkus.jib.ports=8080")
        .anySatisfy(
            option ->
                assertThat(option)
                    .startsWith("-Dquarkus.jib.jvm-additional-arguments=")
                    .contains("-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError"));
  }

  @Test
  void labelsSayWhatItIsMadeOf() throws Exception {
    build("--base", BASE, "--tag", "v1");

    assertThat(told())
        .contains(
            label("title", "${quarkus.application.name}"),
            label("version", "v1"),
            label("revision", COMMIT),
            label("base.name", "example.com/java:25"),
            label("base.digest", "sha256:" + "0a".repeat(32)),
            "-Dquarkus.jib.base-jvm-image=" + BASE);
  }

  @Test
  void changedSourcesAreNotCalledTheCommit() throws Exception {
    Command run = build(Map.of("CHANGED", " M pom.xml"), "iute-service");

    assertThat(run.out()).startsWith("iute-service:0123456789ab-changed@");
    assertThat(told()).contains(label("revision", COMMIT + "-changed"));
  }

  @Test
  void executableHasItsOwnBaseAndNoJvmFlags() throws Exception {
    build("--native", "iute-service", "--", "-Dquarkus.native.container-build=true");

    assertThat(told())
        .contains("-Dnative", "-Dquarkus.native.container-build=true")
        .anyMatch(option -> option.matches("-Dquarkus.jib.base-native-image=\\S+@sha256:\\w{64}"))
        .noneMatch(option -> option.contains("jvm"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com/java:25", "example.com/java@sha256:1234", "latest"})
  void baseWithoutItsDigestIsRefused(String base) throws Exception {
    assertRefused(build("--base", base), "is not pinned");
  }

  @Test
  void pushWithoutARegistryIsRefused() throws Exception {
    assertRefused(build("--push"), "which registry?");
  }

  @Test
  void unknownServiceIsRefusedByName() throws Exception {
    assertRefused(build("iute"), "there is no service iute, but iiko-sync-service");
  }

  @Test
  void shellcheckFindsNothing() throws Exception {
    String shellcheck = Tool.find("shellcheck").toString();

    Command run =
        Command.run(
            Repository.DEPLOY.resolve("images"),
            Map.of(),
            List.of(shellcheck, "build", "check", "try", "../compose/try"));

    assertThat(run.out()).isEmpty();
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private void assertRefused(Command run, String reason) {
    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains(reason);
    assertThat(folder.resolve("told")).doesNotExist();
  }

  private static String label(String name, String value) {
    return "-Dquarkus.container-image.labels.\"org.opencontainers.image.%s\"=%s"
        .formatted(name, value);
  }

  private List<String> told() {
    return Repository.text(folder.resolve("told")).lines().toList();
  }

  private Command build(String... arguments) throws Exception {
    return build(Map.of(), arguments);
  }

  private Command build(Map<String, String> variables, String... arguments) throws Exception {
    Map<String, String> all = new HashMap<>(variables);
    all.put("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
    String script = folder.resolve("deploy/images/build").toString();
    return Command.run(
        folder, all, Stream.concat(Stream.of(script), Stream.of(arguments)).toList());
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.copy(from, to);
    to.toFile().setExecutable(true);
  }
}
