package com.partnerbridges.dev.deploy.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Repository;
import com.partnerbridges.dev.deploy.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the services may open at once, against what the database server lets in. */
class ConnectionsTest {

  /** Roles and migrations, an administrator, and what Cloud SQL keeps for itself. */
  private static final int OTHERS = 15;

  private static final Path README = Repository.DEPLOY.resolve("README.md");

  record Share(String service, int instances, int pool, int jdbc, int listening) {

    int all() {
      return instances * (pool + jdbc + listening);
    }

    String row() {
      return "| %s | %d | %d | %d | %d | %d |"
          .formatted(service, instances, pool, jdbc, listening, all());
    }
  }

  @Test
  void theServerLetsAllOfThemIn() throws IOException {
    List<Share> shares = shares();
    int sum = shares.stream().mapToInt(Share::all).sum();
    int rollout = shares.stream().mapToInt(Share::all).max().orElseThrow();

    assertThat(sum + rollout + OTHERS).isLessThanOrEqualTo(limit());
  }

  @Test
  void theReadmeCountsTheSame() throws IOException {
    assertThat(Repository.text(README))
        .contains(shares().stream().map(Share::row).toList())
        .contains("max_connections=" + limit());
  }

  private static List<Share> shares() throws IOException {
    List<Share> shares = new ArrayList<>();
    for (String service : Repository.services()) {
      Manifest manifest = Manifest.service(service);
      shares.add(
          new Share(
              service,
              Integer.parseInt(manifest.annotation("autoscaling.knative.dev/maxScale")),
              Integer.parseInt(manifest.value("DB_POOL_SIZE")),
              Integer.parseInt(
                  new ServiceSettings(service).property("quarkus.datasource.jdbc.max-size")),
              listening(service)));
    }
    return shares;
  }

  /** Each channel has a connection of its own beside the pool. */
  private static int listening(String service) throws IOException {
    try (Stream<Path> files =
        Files.walk(Repository.ROOT.resolve(service).resolve("src/main/java"))) {
      return (int)
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> Repository.text(file).contains("channel.listen("))
              .count();
    }
  }

  private static int limit() {
    Matcher limit =
        Pattern.compile("(?m)^max_connections=(\\d+)$")
            .matcher(Repository.text(Repository.DEPLOY.resolve("cloud-run/bootstrap")));
    assertThat(limit.find()).isTrue();
    return Integer.parseInt(limit.group(1));
  }
}
