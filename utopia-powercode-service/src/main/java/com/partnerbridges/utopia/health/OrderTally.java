package com.partnerbridges.utopia.health;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.metric.Counting;
import com.partnerbridges.shared.metric.Figure;
import com.partnerbridges.shared.metric.StatementTally;
import com.partnerbridges.utopia.order.OrderState;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.stream.Stream;

/** How many orders are in each state, what is due, and what waits for a person. */
@Singleton
class OrderTally extends StatementTally {

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

  OrderTally(Database database, Clock clock) {
    super(database, clock, COUNT, none());
  }

  private static Stream<Figure> none() {
    return Stream.concat(
        Figure.noneOpen(OrderState.NEEDS_ATTENTION.name(), OrderState.DEAD.name()),
        Stream.of(OrderState.values()).map(it -> new Figure(ORDERS, "state", it.name(), 0)));
  }
}
