package com.partnerbridges.shared.database;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * PostgreSQL's LISTEN, on a connection of its own that is made again whenever it is lost. What is
 * announced meanwhile is not heard, so whoever listens must look for himself now and then; the same
 * holds behind a pooler that does not know LISTEN.
 */
@ApplicationScoped
public class DatabaseChannel {

  private static final Logger LOG = Logger.getLogger(DatabaseChannel.class);
  private static final long PAUSE_MILLIS = 2000;

  private final List<PgSubscriber> subscribers = new CopyOnWriteArrayList<>();
  private final DatabasePool options;
  private final Pool pool;
  private final Vertx vertx;

  DatabaseChannel(DatabasePool options, Pool pool, Vertx vertx) {
    this.options = options;
    this.pool = pool;
    this.vertx = vertx;
  }

  /**
   * Hears what is announced on a channel, from soon on.
   *
   * @param listener takes the payload; called on an event loop, so it must not block
   */
  public void listen(String channel, Consumer<String> listener) {
    pool.size(); // a pool is made at its first use, and the options are known from then on
    PgSubscriber subscriber = PgSubscriber.subscriber(vertx, options.listening());
    subscriber.reconnectPolicy(retries -> retries == 0 ? 0L : PAUSE_MILLIS);
    subscriber.channel(channel).handler(listener::accept);
    subscribers.add(subscriber);
    subscriber
        .connect()
        .onFailure(
            failure ->
                LOG.warnf(
                    "not listening channel=%s why=%s",
                    channel, failure.getClass().getSimpleName()));
  }

  void close(@Observes ShutdownEvent end) {
    subscribers.forEach(PgSubscriber::close);
  }
}
