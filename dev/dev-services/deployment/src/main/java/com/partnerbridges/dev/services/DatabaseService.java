package com.partnerbridges.dev.services;

import io.quarkus.deployment.builditem.Startable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A PostgreSQL of its own on a free loopback port; its data ends with it. */
class DatabaseService implements Startable {
  private static final String USER = "postgres";

  private EmbeddedPostgres postgres;

  @Override
  public void start() {
    try {
      // the C locale: there on every machine, and the same order of text on all of them
      postgres = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
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
}
