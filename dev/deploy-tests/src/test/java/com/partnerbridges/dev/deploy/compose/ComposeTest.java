package com.partnerbridges.dev.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import com.partnerbridges.dev.deploy.ServiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ComposeTest {

  private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+):\\?}");

  /** Of PostgreSQL's 100; three are an administrator's. */
  private static final int CONNECTIONS = 97;

  @Test
  void everyVariableIsInTheExampleAndEachOfThoseIsUsed() {
    assertThat(
            VARIABLE
                .matcher(Repository.text(Compose.FILE))
                .results()
                .map(found -> found.group(1))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(Compose.filledIn("example.env").keySet());
  }

  @Test
  void nothingIsReachedFromElsewhereAndNoPortTwice() {
    List<String> ports = new ArrayList<>();
    containers()
        .forEach((name, node) -> node.at("ports").each().forEach(it -> ports.add(it.text())));

    assertThat(ports)
        .hasSize(6)
        .allMatch(it -> it.startsWith("127.0.0.1:"))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyMountedFileIsThere() {
    containers()
        .forEach(
            (name, node) ->
                node.at("volumes")
                    .each()
                    .map(volume -> volume.text().split(":")[0])
                    .filter(source -> source.startsWith("."))
                    .forEach(source -> assertThat(Compose.FOLDER.resolve(source)).exists()));
  }

  @Test
  void whatRunsForEverIsLookedAfter() {
    containers()
        .forEach(
            (name, node) -> {
              boolean ends = node.at("restart").text().equals("no");
              assertThat(node.at("healthcheck").isThere()).as(name).isEqualTo(!ends);
            });
  }

  @Test
  void theServerLetsAllPoolsIn() {
    int pools =
        Repository.services().stream()
            .mapToInt(
                service ->
                    Integer.parseInt(Compose.fixed(service).get("DB_POOL_SIZE"))
                        + Integer.parseInt(
                            new ServiceSettings(service)
                                .property("quarkus.datasource.jdbc.max-size"))
                        + 1)
            .sum();

    assertThat(pools).isLessThanOrEqualTo(CONNECTIONS);
  }

  @Test
  void whatPeopleFillInIsNeverCommitted() {
    List<String> ignored = Repository.text(Repository.ROOT.resolve(".gitignore")).lines().toList();

    assertThat(ignored)
        .contains(
            "/deploy/compose/.env", "/deploy/compose/*-service.env", "/deploy/compose/keyset");
  }

  private static Map<String, Node> containers() {
    Map<?, ?> all = (Map<?, ?>) Compose.all().at("services").value();
    Map<String, Node> containers = new TreeMap<>();
    all.keySet()
        .forEach(name -> containers.put(name.toString(), Compose.container(name.toString())));
    return containers;
  }
}
