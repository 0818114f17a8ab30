package com.partnerbridges.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.shared.edge.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import java.lang.reflect.Proxy;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  private final AtomicInteger tries = new AtomicInteger();

  @Test
  void aStatementThatNeverLeftIsSentOnOtherConnections() {
    Database database = database(3, new ClosedChannelException());

    run(database);

    assertThat(tries).hasValue(4);
  }

  @Test
  void aStatementThatWasRolledBackForAnothersSakeIsRepeated() {
    Database database = database(2, new PgException("deadlock detected", "ERROR", "40P01", ""));

    run(database);

    assertThat(tries).hasValue(3);
  }

  @Test
  void aDatabaseWithoutAnyOpenConnectionIsAway() {
    Database database = database(Integer.MAX_VALUE, new ClosedChannelException());

    assertThatThrownBy(() -> run(database))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.status()).isEqualTo(503));

    assertThat(tries).hasValue(4);
  }

  @Test
  void aStatementWhoseAnswerWasLostIsNotRepeated() {
    Database database = database(1, ClosedConnectionException.INSTANCE);

    assertThatThrownBy(() -> run(database))
        .isInstanceOfSatisfying(Problem.class, it -> assertThat(it.status()).isEqualTo(503));

    assertThat(tries).hasValue(1);
  }

  private static void run(Database database) {
    database.run("select 1", Tuple.tuple()).await().atMost(Duration.ofSeconds(5));
  }

  /** Of a pool whose first uses fail. */
  private Database database(int failures, Throwable failure) {
    Pool pool =
        (Pool)
            Proxy.newProxyInstance(
                Pool.class.getClassLoader(),
                new Class<?>[] {Pool.class},
                (proxy, withConnection, arguments) ->
                    answer(failures, failure).onComplete(asHandler(arguments[1])));
    return new Database(
        new io.vertx.mutiny.sqlclient.Pool(pool), Duration.ofSeconds(1), new SimpleMeterRegistry());
  }

  private Future<Object> answer(int failures, Throwable failure) {
    return tries.incrementAndGet() <= failures
        ? Future.failedFuture(failure)
        : Future.succeededFuture();
  }

  @SuppressWarnings("unchecked") // the pool's own signature
  private static Handler<AsyncResult<Object>> asHandler(Object argument) {
    return (Handler<AsyncResult<Object>>) argument;
  }
}
