package com.partnerbridges.iute;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * The pool of connections, with a bounded queue: while the database hangs, callers are told at once
 * instead of being collected. How long one waits is {@link Database}'s limit, so the pool needs no
 * timer of its own (the one it has by default fires for callers that have gone, too).
 */
@Singleton
class DatabasePool implements PgPoolCreator {

  private static final int WAITING = 1000;
  private static final int CONNECT_MILLIS = 3000;

  @Override
  public Pool create(Input input) {
    PgConnectOptions database = input.pgConnectOptionsList().get(0);
    return PgBuilder.pool()
        .with(input.poolOptions().setConnectionTimeout(0).setMaxWaitQueueSize(WAITING))
        .connectingTo(database.setConnectTimeout(CONNECT_MILLIS).setTcpKeepAlive(true))
        .using(input.vertx())
        .build();
  }
}
