package com.partnerbridges.dev.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir static Path folder;
  private static StackDirectory directory;
  private static PostgresServer postgres;

  @BeforeAll
  static void create() {
    directory = new StackDirectory(folder.resolve("stack"));
    postgres = server(StackPorts.free().postgres());
  }

  @AfterAll
  static void end() {
    postgres.close();
    directory.close();
  }

  @BeforeEach
  void start() {
    if (!postgres.isRunning()) {
      postgres.start();
    }
  }

  @Test
  void settingsAreDurable() throws SQLException {
    assertThat(ask("show fsync")).isEqualTo("on");
    assertThat(ask("show synchronous_commit")).isEqualTo("on");
    assertThat(ask("show full_page_writes")).isEqualTo("on");
  }

  @Test
  void committedDataSurvivesKill9() throws SQLException {
    tell("create table killed as select 7 as number");

    postgres.kill9();
    postgres.start();

    assertThat(ask("select number from killed")).isEqualTo("7");
  }

  @Test
  void committedDataSurvivesStopAndStart() throws SQLException {
    tell("create table stopped as select 8 as number");

    postgres.stop();
    postgres.start();

    assertThat(ask("select number from stopped")).isEqualTo("8");
  }

  @Test
  void pidFileWithTheIdOfALivingProcessIsNoObstacle() throws Exception {
    postgres.kill9();
    Path pidFile = directory.database().resolve("postmaster.pid");
    String text = Files.readString(pidFile);
    String own = Long.toString(ProcessHandle.current().pid());
    Files.writeString(pidFile, own + text.substring(text.indexOf('\n')));

    postgres.start();

    assertThat(ask("select 1")).isEqualTo("1");
  }

  @Test
  void frozenServerAnswersNobodyUntilItIsThawed() throws SQLException {
    postgres.freeze();
    try {
      assertThatThrownBy(() -> postgres.connect()).isInstanceOf(SQLException.class);
    } finally {
      postgres.thaw();
    }
    assertThat(ask("select 1")).isEqualTo("1");
  }

  @Test
  void serverThatCannotStartShowsTheEndOfItsLog() {
    PostgresServer second = server(postgres.port());

    assertThatThrownBy(second::start)
        .isInstanceOf(StackException.class)
        .hasMessageContaining("ended with exit code 1 while starting")
        .hasMessageContaining("postmaster.pid");
  }

  private static PostgresServer server(int port) {
    return new PostgresServer(
        directory,
        PostgresBinaries.in(folder),
        port,
        new ProcessList(directory.path().resolve("processes"), directory.path().toString()));
  }

  private static void tell(String sql) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(String sql) throws SQLException {
    try (Connection connection = postgres.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
