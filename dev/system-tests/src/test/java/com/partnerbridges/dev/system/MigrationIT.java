package com.partnerbridges.dev.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.stack.Packages;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service as a job that migrates its schema and ends. */
class MigrationIT {

  private final String database = "migration_" + UUID.randomUUID().toString().replace("-", "");
  private ServerSocket taken;

  private record End(int exitCode, String said) {}

  @BeforeEach
  void aDatabaseWithNothingInIt() throws Exception {
    sql("create database " + database);
    taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void drop() throws Exception {
    taken.close();
    sql("drop database " + database + " with (force)");
  }

  @Test
  void theSchemaIsMadeAndTheProcessEndsWithoutListening() throws Exception {
    End first = migrate();

    assertThat(first.exitCode).as(first.said).isZero();
    assertThat(tables()).isPositive();
  }

  @Test
  void migratingAgainChangesNothing() throws Exception {
    migrate();
    long tables = tables();

    End second = migrate();

    assertThat(second.exitCode).as(second.said).isZero();
    assertThat(tables()).isEqualTo(tables);
  }

  @Test
  void whatCannotBeMigratedEndsWithTheReason() throws Exception {
    in(database, "create schema iute; create table iute.somebody_elses (id int)");

    End end = migrate();

    assertThat(end.exitCode).as(end.said).isEqualTo(1);
    assertThat(end.said).contains("non-empty schema", "iute-service cannot start");
    assertThat(tables()).isEqualTo(1);
  }

  /** With a port that is taken: a job has none of its own. */
  private End migrate() throws Exception {
    var postgres = Suite.stack().postgres();
    ProcessBuilder job =
        new ProcessBuilder(Packages.built(Path.of("../..")).program("iute-service"))
            .redirectErrorStream(true);
    job.environment().clear();
    job.environment()
        .putAll(
            Map.ofEntries(
                Map.entry("DB_MIGRATE_ONLY", "true"),
                Map.entry("DB_MIGRATE_AT_START", "false"),
                Map.entry("LOG_FORMAT", "text"),
                Map.entry("PORT", String.valueOf(taken.getLocalPort())),
                Map.entry("DB_URL", postgres.url().replaceFirst("/[^/]+$", "/" + database)),
                Map.entry("DB_USER", postgres.user()),
                Map.entry("DB_PASSWORD", postgres.password()),
                Map.entry("API_BASE_URL", "http://127.0.0.1:1"),
                Map.entry("AUTH_TOKEN", "none"),
                Map.entry("POS_ID", "none"),
                Map.entry("IUTE_PUBLIC_KEY_URL", "http://127.0.0.1:1"),
                Map.entry("PUBLIC_BASE_URL", "http://127.0.0.1:1"),
                Map.entry("API_KEYS", "a:pos:" + "0".repeat(64))));
    Process process = job.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new End(process.waitFor(), said);
  }

  private static Connection connect(String database) throws SQLException {
    var postgres = Suite.stack().postgres();
    return DriverManager.getConnection(
        "jdbc:" + postgres.url().replaceFirst("/[^/]+$", "/" + database),
        postgres.user(),
        postgres.password());
  }

  private long tables() throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery("select count(*) from pg_tables where schemaname = 'iute'")) {
      count.next();
      return count.getLong(1);
    }
  }

  private static void sql(String sql) throws SQLException {
    try (Connection connection = Suite.stack().postgres().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void in(String database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
