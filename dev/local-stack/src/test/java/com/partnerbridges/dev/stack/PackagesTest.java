package com.partnerbridges.dev.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagesTest {

  private static final String IUTE = "iute-service";
  private static final String IIKO = "iiko-sync-service";

  @TempDir Path root;

  @Test
  void jarsAreRunUnlessSaidOtherwise() {
    assertThat(command(new Packages(root, Set.of(IIKO), Optional.empty())))
        .contains("-Xmx64m", "-Dpartner-bridges.stack=" + root)
        .endsWith("-jar", root.resolve(IUTE) + "/target/quarkus-app/quarkus-run.jar");
  }

  @Test
  void executableIsRunWhereItIsAskedFor() throws Exception {
    Path target = Files.createDirectories(root.resolve(IUTE).resolve("target"));
    Path runner = Files.createFile(target.resolve("iute-service-9-runner"));

    assertThat(command(new Packages(root, Set.of(IUTE), Optional.empty())))
        .containsExactly(runner.toString(), "-Xmx64m", "-Dpartner-bridges.stack=" + root);
  }

  @Test
  void containerSeesItsOwnVariablesOnlyByName() {
    List<String> command =
        command(new Packages(root, Set.of(), Optional.of("127.0.0.1:5000/{service}:try")));

    assertThat(command)
        .startsWith("podman", "run")
        .containsSequence("--env", "DB_PASSWORD")
        .contains("partner-bridges.stack=" + root)
        .endsWith("127.0.0.1:5000/iute-service:try");
  }

  @Test
  void missingExecutableIsNamedWithTheWayToMakeIt() {
    Packages packages = new Packages(root, Set.of(IUTE), Optional.empty());

    assertThatThrownBy(() -> packages.requireBuilt(IUTE))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("mvn package -Dnative -DskipTests -pl iute-service -am");
  }

  @Test
  void unknownServiceIsRefusedByName() {
    assertThatThrownBy(() -> new Packages(root, Set.of("iute"), Optional.empty()))
        .isInstanceOf(StackException.class)
        .hasMessage("There is no service iute");
  }

  private List<String> command(Packages packages) {
    return packages.command(IUTE, "iute-service-1", root, "64m", Set.of("DB_PASSWORD"));
  }
}
