package com.partnerbridges.dev.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Command;
import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import com.partnerbridges.dev.deploy.ServiceSettings;
import com.partnerbridges.dev.deploy.Tool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The container that makes the roles, as a process, on a real server. */
class RolesTest {

  @Test
  void everyServiceGetsARoleWithItsSchema() throws Exception {
    Tool.find("psql");
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      Map<String, String> variables = new HashMap<>(Compose.fixed("roles"));
      variables.replaceAll((name, value) -> value.startsWith("${") ? "0".repeat(48) : value);
      variables.putAll(
          Map.of(
              "PGHOST", "127.0.0.1",
              "PGPORT", String.valueOf(server.getPort()),
              "PGDATABASE", "postgres"));

      Command first = Command.run(Compose.FOLDER, variables, command());
      Command again = Command.run(Compose.FOLDER, variables, command());

      assertThat(first.exit()).as(first.err()).isZero();
      assertThat(again.exit()).as(again.err()).isZero();
      assertThat(schemas(server))
          .containsExactlyInAnyOrderElementsOf(
              Repository.services().stream()
                  .map(it -> new ServiceSettings(it).property("quarkus.flyway.schemas"))
                  .toList());
    }
  }

  /** As compose runs it: two dollars are one. */
  private static List<String> command() {
    return Compose.container("roles")
        .at("command")
        .each()
        .map(Node::text)
        .map(word -> word.replace("$$", "$"))
        .map(word -> word.replace("/role.sql", "../cloud-run/database/role.sql"))
        .toList();
  }

  private static List<String> schemas(EmbeddedPostgres server) throws Exception {
    List<String> owned = new ArrayList<>();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "select nspname from pg_namespace n join pg_roles r on r.oid = nspowner"
                        + " where rolname = nspname and rolcanlogin")) {
      while (rows.next()) {
        owned.add(rows.getString(1));
      }
    }
    return owned;
  }
}
