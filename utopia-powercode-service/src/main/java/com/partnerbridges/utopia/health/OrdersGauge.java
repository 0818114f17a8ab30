package com.partnerbridges.utopia.health;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.state.DueTask;
import com.partnerbridges.utopia.order.OrderState;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The metric {@code utopia.orders}: how many orders are in each state. Every instance shows the
 * same numbers.
 */
@ApplicationScoped
class OrdersGauge implements DueTask {

  private static final String COUNT = "select state, count(*) from orders group by state";
  private static final Duration FRESH = Duration.ofSeconds(15);

  private final Map<OrderState, AtomicLong> counts = new EnumMap<>(OrderState.class);
  private final Database database;
  private final Clock clock;
  private volatile Instant counted = Instant.EPOCH;

  OrdersGauge(Database database, Clock clock, MeterRegistry metrics) {
    this.database = database;
    this.clock = clock;
    for (OrderState state : OrderState.values()) {
      List<Tag> tags = List.of(Tag.of("state", state.name()));
      counts.put(state, metrics.gauge("utopia.orders", tags, new AtomicLong()));
    }
  }

  @Override
  public String name() {
    return "order-counts";
  }

  /** Nothing is worked on: gives 0. */
  @Override
  public Uni<Integer> workOff() {
    Instant now = clock.instant();
    if (Duration.between(counted, now).abs().compareTo(FRESH) < 0) {
      return Uni.createFrom().item(0);
    }
    counted = now;
    return database
        .run(COUNT, Tuple.tuple())
        .map(
            rows -> {
              Map<OrderState, Long> found = new EnumMap<>(OrderState.class);
              rows.forEach(row -> found.put(OrderState.valueOf(row.getString(0)), row.getLong(1)));
              counts.forEach((state, count) -> count.set(found.getOrDefault(state, 0L)));
              return 0;
            });
  }
}
