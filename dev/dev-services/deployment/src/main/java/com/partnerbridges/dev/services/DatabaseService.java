package com.partnerbridges.dev.services;

import io.quarkus.deployment.builditem.Startable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/** A PostgreSQL of its own on a free loopback port; its data ends with it. */
class DatabaseService implements Startable {
  private static final String USER = "postgres";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private EmbeddedPostgres postgres;

  @Override
  public void start() {
    try {
      postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(dataDirectory())
              // there on every machine, and the same order of text on all of them
              .setLocaleConfig("locale", "C")
              .setPGStartupWait(PATIENCE)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("The PostgreSQL of the dev services did not start", e);
    }
  }

  @Override
  public String getConnectionInfo() {
    return "postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
  }

  String user() {
    return USER;
  }

  /** Not asked for by this server (it trusts the loopback), but a service insists on having one. */
  String password() {
    return USER;
  }

  @Override
  public String getContainerId() {
    return null;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /** Beside the unpacked binaries: a later start ends there what a killed one has left behind. */
  private static Path dataDirectory() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "embedded-pg", UUID.randomUUID().toString());
  }
}
