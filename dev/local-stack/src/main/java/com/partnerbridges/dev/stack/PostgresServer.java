package com.partnerbridges.dev.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL with durable settings, as a process that can be stopped, killed, frozen and
 * started again on the same data and port.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String USER = "postgres";
  private static final String DATABASE = "postgres";
  private static final long STOP_MILLIS = 15_000;

  private final Path programs;
  private final Path cluster;
  private final Path log;
  private final int port;
  private final ProcessList processes;
  private Process process;

  PostgresServer(StackDirectory directory, Path programs, int port, ProcessList processes) {
    this.programs = programs;
    this.cluster = directory.database();
    this.log = directory.log("postgres");
    this.port = port;
    this.processes = processes;
  }

  public int port() {
    return port;
  }

  /** In the form of a service's {@code DB_URL}. */
  public String url() {
    return "postgresql://" + StackPorts.HOST + ":" + port + "/" + DATABASE;
  }

  public String user() {
    return USER;
  }

  /** Not asked for, the server trusts the loopback; services insist on having one. */
  public String password() {
    return USER;
  }

  public Connection connect() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {StackPorts.HOST});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(DATABASE);
    source.setUser(USER);
    source.setConnectTimeout(2);
    return source.getConnection();
  }

  /** Returns when it answers; recovers whatever an earlier one left behind. */
  public synchronized void start() {
    if (isRunning()) {
      throw new StackException("PostgreSQL is already running");
    }
    createCluster();
    process =
        Launch.unprivileged(
            List.of(
                programs.resolve("postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=" + StackPorts.HOST,
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
                "-c",
                "synchronous_commit=on",
                "-c",
                "full_page_writes=on",
                "-c",
                "max_connections=200",
                "-c",
                "log_min_duration_statement=2s",
                "-c",
                "log_parameter_max_length=0",
                "-c",
                "timezone=UTC"),
            log);
    processes.add(process.pid());
    Deadline.awaitReady("PostgreSQL", process, log, this::isReady);
  }

  /** Lets nobody finish: connections are closed, what was committed is kept. */
  public synchronized void stop() {
    if (!isRunning()) {
      return;
    }
    thaw();
    Signal.INT.to(process.toHandle());
    if (!Deadline.exitsWithin(process, STOP_MILLIS)) {
      kill9();
    }
  }

  /** As if the machine had lost power, but for the system's own buffers. */
  public synchronized void kill9() {
    ProcessList.end(process.toHandle());
  }

  /** It accepts connections and answers nothing, until {@link #thaw()}. */
  public synchronized void freeze() {
    Signal.STOP.to(ProcessList.family(process.toHandle()));
  }

  public synchronized void thaw() {
    Signal.CONT.to(ProcessList.family(process.toHandle()));
  }

  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  @Override
  public void close() {
    stop();
  }

  /** Asks the server's own file, not its port: another server may have the port. */
  private boolean isReady() {
    try {
      List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
      return lines.get(0).equals(Long.toString(process.pid()))
          && lines.get(lines.size() - 1).strip().equals("ready");
    } catch (IOException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  /** Made beside its place and moved there whole, so that a half-made one is never used. */
  private void createCluster() {
    if (Files.exists(cluster)) {
      return;
    }
    Path half = cluster.resolveSibling("postgres.creating");
    StackDirectory.deleteRecursively(half);
    Process initdb =
        Launch.unprivileged(
            List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + half,
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF-8",
                "--locale=C"),
            log);
    processes.add(initdb.pid());
    Deadline.awaitReady("initdb", initdb, log, () -> succeeded(initdb));
    try {
      Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create " + cluster, e);
    }
  }

  private static boolean succeeded(Process process) {
    return !process.isAlive() && process.exitValue() == 0;
  }
}
