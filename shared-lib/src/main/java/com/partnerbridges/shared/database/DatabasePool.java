package com.partnerbridges.shared.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pool of connections. Its queue is bounded: while the database hangs, callers are told so at
 * once instead of being collected. How long one waits is {@link Database}'s limit, so the pool
 * needs no timer of its own (the one it has by default fires for callers that have gone, too). A
 * connection whose other end has vanished without a word would never answer and never fail, so one
 * that is silent for {@link #SILENCE_SECONDS} is closed. An idle one is given back before that: the
 * pool knows that nobody uses it, while silence can strike one that is just being taken.
 */
@Singleton
class DatabasePool implements PgPoolCreator {

  private static final int WAITING = 1000;
  private static final int CONNECT_MILLIS = 3000;
  static final int SILENCE_SECONDS = 10;
  private static final int IDLE_SECONDS = 6;
  private static final int CLEANING_MILLIS = 1000;

  private final Duration limit;
  private volatile PgConnectOptions listening;

  DatabasePool(@ConfigProperty(name = Database.TIMEOUT) Duration limit) {
    this.limit = limit;
  }

  @Override
  public Pool create(Input input) {
    PgConnectOptions database = input.pgConnectOptionsList().get(0);
    database.setConnectTimeout(CONNECT_MILLIS);
    listening = new PgConnectOptions(database).setTcpKeepAlive(true);
    database.setIdleTimeout(SILENCE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
    // a statement that its caller no longer waits for shall not go on
    database.addProperty("statement_timeout", Long.toString(limit.toMillis()));
    return PgBuilder.pool()
        .with(
            input
                .poolOptions()
                .setConnectionTimeout(0)
                .setMaxWaitQueueSize(WAITING)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setPoolCleanerPeriod(CLEANING_MILLIS))
        .connectingTo(database)
        .using(input.vertx())
        .build();
  }

  /** For a connection that is silent by its nature. */
  PgConnectOptions listening() {
    return new PgConnectOptions(listening);
  }
}
