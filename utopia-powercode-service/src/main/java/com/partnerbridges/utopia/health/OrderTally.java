package com.partnerbridges.utopia.health;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.metric.Counting;
import com.partnerbridges.shared.metric.Figure;
import com.partnerbridges.shared.metric.Tally;
import com.partnerbridges.utopia.order.OrderState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** How many orders are in each state, what is due, and what waits for a person. */
@ApplicationScoped
class OrderTally implements Tally {

  private static final String ORDERS = "utopia.orders";

  private static final String COUNT =
      Counting.all(
          "(select '%s' as metric, 'state' as label, state as value, count(*) as number"
                  .formatted(ORDERS)
              + " from orders group by state)",
          Counting.due("orders", "orders", "next_attempt_at"),
          Counting.due("letters", "letter", "next_attempt_at"),
          Counting.attention(
              "state", "orders", "moved_at", "state in ('NEEDS_ATTENTION', 'DEAD')"));

  private final Database database;
  private final Clock clock;

  OrderTally(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Uni<List<Figure>> take() {
    return database
        .run(COUNT, Tuple.of(at(clock.instant())))
        .map(rows -> Stream.concat(none(), rows.stream().map(Figure::of)).toList());
  }

  private static Stream<Figure> none() {
    return Stream.concat(
        Figure.noneOpen(OrderState.NEEDS_ATTENTION.name(), OrderState.DEAD.name()),
        Stream.of(OrderState.values()).map(it -> new Figure(ORDERS, "state", it.name(), 0)));
  }
}
