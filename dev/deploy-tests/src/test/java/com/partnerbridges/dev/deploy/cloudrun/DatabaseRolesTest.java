package com.partnerbridges.dev.deploy.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.deploy.Command;
import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import com.partnerbridges.dev.deploy.ServiceSettings;
import com.partnerbridges.dev.deploy.Tool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs role.sql as an administrator who may no more than Cloud SQL's, then each service's scripts.
 */
class DatabaseRolesTest {

  private static final String ADMINISTRATOR = "administrator";
  private static final String SQL =
      Repository.text(Repository.DEPLOY.resolve("cloud-run/database/role.sql"));

  private static EmbeddedPostgres server;

  @BeforeAll
  static void migrateEverything() throws Exception {
    server = EmbeddedPostgres.start();
    try (Connection superuser = server.getPostgresDatabase().getConnection()) {
      run(superuser, "create role cloudsqlsuperuser createdb createrole");
      run(
          superuser,
          "create role administrator login createdb createrole in role cloudsqlsuperuser");
      run(superuser, "create database bridges owner cloudsqlsuperuser");
    }
    for (String service : Repository.services()) {
      makeRole(role(service), "0".repeat(64));
      Flyway.configure()
          .dataSource(url("?currentSchema=" + role(service)), role(service), "any")
          .schemas(role(service))
          .defaultSchema(role(service))
          .locations("filesystem:" + scripts(service))
          .load()
          .migrate();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  static List<String> roles() {
    return Repository.services().stream().map(DatabaseRolesTest::role).toList();
  }

  private static String role(String service) {
    return new ServiceSettings(service).property("quarkus.flyway.schemas");
  }

  private static Path scripts(String service) {
    return Repository.ROOT.resolve(service).resolve("src/main/resources/db/migration");
  }

  @ParameterizedTest
  @MethodSource("roles")
  void ownsNothingButItsSchema(String role) throws SQLException {
    String others =
        "select nspname from pg_namespace where pg_get_userbyid(nspowner) = '%1$s'"
            + " union select relnamespace::regnamespace::text from pg_class"
            + " where pg_get_userbyid(relowner) = '%1$s'";

    assertThat(ask(role, others.formatted(role))).contains(role).allMatch(it -> ownPlace(it, role));
  }

  private static boolean ownPlace(String schema, String role) {
    return schema.equals(role) || schema.equals("pg_toast"); // long values are kept aside
  }

  @ParameterizedTest
  @MethodSource("roles")
  void cannotReadWhatIsAnothers(String role) throws SQLException {
    String theirs =
        "select quote_ident(nspname) || '.' || quote_ident(relname) from pg_class c"
            + " join pg_namespace n on n.oid = relnamespace"
            + " where nspname in ('iute', 'photobox', 'utopia', 'iiko') and relkind = 'r'"
            + " and nspname <> '%s'";
    List<String> tables = ask(role, theirs.formatted(role));

    assertThat(tables).hasSizeGreaterThan(10);
    for (String table : tables) {
      assertRefused(role, "select from " + table);
      assertRefused(role, "delete from " + table);
    }
  }

  @ParameterizedTest
  @MethodSource("roles")
  void canMakeNothingElsewhere(String role) {
    assertRefused(role, "create schema mine");
    assertRefused(role, "create table public.mine ()");
    assertRefused(role, "create temporary table mine ()");
    assertRefused(role, "create role mine");
    assertRefused(role, "create database mine");
    for (String other : roles()) {
      if (!other.equals(role)) {
        assertRefused(role, "set role " + other);
        assertRefused(role, "create table " + other + ".mine ()");
      }
    }
    assertRefused(role, "set role " + ADMINISTRATOR);
  }

  @Test
  void whatShipsIsTheVersionThatIsTested() throws SQLException {
    String major = ask(ADMINISTRATOR, "show server_version").get(0).replaceAll("\\D.*", "");
    Path folder = Repository.DEPLOY.resolve("cloud-run");

    assertThat(Repository.text(folder.resolve("bootstrap")))
        .contains("--database-version=POSTGRES_" + major + " ");
    assertThat(Repository.text(folder.resolve("database/role.yaml")))
        .contains("/postgres:" + major + "-");
  }

  @Test
  void theAdministratorKeepsNoRightsOfTheServices() {
    assertRefused(ADMINISTRATOR, "select from iiko.connection");
  }

  @Test
  void theAuditOfCredentialsIsAppendOnly() throws SQLException {
    run(
        "iiko",
        "insert into iiko.credential_audit (account_id, at, actor, action)"
            + " values ('cafe-1', now(), 'test', 'USED')");

    assertRefused("iiko", "update iiko.credential_audit set actor = 'nobody'");
    assertRefused("iiko", "delete from iiko.credential_audit");
    assertRefused("iiko", "truncate iiko.credential_audit");
    assertThat(ask("iiko", "select actor from iiko.credential_audit")).containsExactly("test");
  }

  @Test
  void onceMoreItChangesThePasswordAndNothingElse() throws SQLException {
    String acls = "select coalesce(nspacl::text, '') || nspowner from pg_namespace order by 1";
    List<String> before = ask(ADMINISTRATOR, acls);
    List<String> password = passwordOf("iute");

    makeRole("iute", "1".repeat(64));

    assertThat(ask(ADMINISTRATOR, acls)).isEqualTo(before);
    assertThat(passwordOf("iute")).isNotEqualTo(password);
  }

  @Test
  void aShortPasswordIsRefused() {
    assertThatThrownBy(() -> makeRole("iute", "short"))
        .hasMessageContaining("at least 32 characters");
  }

  /** The very command of the very manifest that bootstrap sends. */
  @Test
  void theJobRunsTheSql(@TempDir Path folder) throws Exception {
    Tool.find("psql");
    Cloud cloud = new Cloud(folder);
    cloud.bootstrap("iute-service");
    Node container =
        Repository.yaml(cloud.scripts.resolve(".filled/iute-service/role.yaml"))
            .at("spec", "template", "spec", "template", "spec", "containers", "0");
    Map<String, String> variables = new HashMap<>();
    container
        .at("env")
        .each()
        .filter(variable -> variable.at("value").isThere())
        .forEach(it -> variables.put(it.at("name").text(), it.at("value").text()));
    variables.putAll(
        Map.of(
            "PGHOST",
            "127.0.0.1",
            "PGPORT",
            String.valueOf(server.getPort()),
            "PGUSER",
            ADMINISTRATOR,
            "PGPASSWORD",
            "any",
            "ROLE_PASSWORD",
            "2".repeat(64)));
    List<String> password = passwordOf("iute");
    List<String> line = new ArrayList<>(container.at("command").each().map(Node::text).toList());
    line.addAll(container.at("args").each().map(Node::text).toList());

    Command job = Command.run(folder, variables, line);

    assertThat(job.exit()).as(job.err()).isZero();
    assertThat(passwordOf("iute")).isNotEqualTo(password);
  }

  private static void makeRole(String role, String password) throws SQLException {
    Properties parameters = new Properties();
    parameters.setProperty("user", ADMINISTRATOR);
    parameters.setProperty(
        "options", "-c bridges.role=" + role + " -c bridges.password=" + password);
    try (Connection connection = DriverManager.getConnection(url(""), parameters)) {
      run(connection, SQL);
    }
  }

  private static List<String> passwordOf(String role) throws SQLException {
    return ask("postgres", "select rolpassword from pg_authid where rolname = '" + role + "'");
  }

  private static void assertRefused(String role, String sql) {
    assertThatThrownBy(() -> run(role, sql))
        .as("%s: %s", role, sql)
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
  }

  private static void run(String role, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(""), role, "any")) {
      run(connection, sql);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> ask(String role, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(""), role, "any");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }

  private static String url(String parameters) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/bridges" + parameters;
  }
}
