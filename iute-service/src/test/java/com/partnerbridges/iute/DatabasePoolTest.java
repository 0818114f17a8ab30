package com.partnerbridges.iute;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabasePoolTest {

  private static final int CONNECTIONS = 4;

  @Inject Vertx vertx;
  @Inject PgPoolCreator pools;

  @ConfigProperty(name = "DB_URL")
  URI database;

  /** While the line is silent, whatever is sent on a connection is swallowed, from then on. */
  private final AtomicBoolean silent = new AtomicBoolean();

  private final AtomicInteger swallowing = new AtomicInteger();

  @Test
  void connectionsThatVanishedWithoutAWordAreReplaced() throws Exception {
    NetServer line =
        join(vertx.createNetServer().connectHandler(this::wire).listen(0, "127.0.0.1"));
    Pool pool = pool(line.actualPort());
    join(pool.query("select 1").execute());
    silent.set(true);
    List<Future<?>> lost =
        IntStream.range(0, 8).<Future<?>>mapToObj(i -> pool.query("select 1").execute()).toList();
    await("every connection of the pool is dead", () -> swallowing.get() == CONNECTIONS);

    silent.set(false);

    await("nobody waits any more", () -> lost.stream().allMatch(Future::isComplete));
    assertThat(join(pool.query("select 1").execute()).size()).isEqualTo(1);
    join(pool.close());
    join(line.close());
  }

  private void wire(NetSocket near) {
    near.pause();
    vertx
        .createNetClient()
        .connect(database.getPort(), database.getHost())
        .onSuccess(
            far -> {
              AtomicBoolean dead = new AtomicBoolean();
              near.handler(
                  bytes -> {
                    if (silent.get() && dead.compareAndSet(false, true)) {
                      swallowing.incrementAndGet();
                    }
                    if (!dead.get()) {
                      far.write(bytes);
                    }
                  });
              far.handler(near::write);
              near.closeHandler(gone -> far.close());
              near.resume();
            });
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private Pool pool(int port) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setDatabase(database.getPath().substring(1))
            .setUser("postgres")
            .setPassword("postgres");
    return pools.create(
        new PgPoolCreator.Input() {
          @Override
          public Vertx vertx() {
            return vertx;
          }

          @Override
          public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(CONNECTIONS);
          }

          @Override
          public List<PgConnectOptions> pgConnectOptionsList() {
            return List.of(options);
          }
        });
  }

  private static <T> T join(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
