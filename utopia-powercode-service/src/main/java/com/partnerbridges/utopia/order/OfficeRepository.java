package com.partnerbridges.utopia.order;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.utopia.gateway.PowercodeAddresses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the office reads. */
@ApplicationScoped
class OfficeRepository {

  /** {@code $2} is as it was typed, for a number that must be equal; {@code $3} is a pattern. */
  private static final String WHERE =
      """
      where ($1::text is null or o.state = $1)
        and ($2::text is null or o.siteid = $2 or o.orderref ilike $3 || '%'
          or concat_ws(' ', o.contract->>'firstName', o.contract->>'lastName')
            ilike '%' || $3 || '%')
        and ($4::timestamptz is null or o.created_at >= $4)
        and ($5::timestamptz is null or o.created_at < $5)
      """;

  private static final String COUNT = "select count(*) as total from orders o " + WHERE;

  private static final String LIST =
      "select %s %s %s order by o.created_at desc, o.orderref offset $6 limit $7"
          .formatted(OrderView.COLUMNS, OrderView.FROM, WHERE);

  private static final String BY_STATE = "select state, count(*) as total from orders group by 1";

  private static final String FIND =
      """
      select %s,
        (select coalesce(sum(copies), 0) from callback c where c.orderref = o.orderref)
          as callbacks
      %s where o.orderref = $1"""
          .formatted(OrderView.COLUMNS, OrderView.FROM);

  private static final String HISTORY =
      """
      select at, event, actor, detail from order_event where orderref = $1
      order by id desc limit 200""";

  private final Database database;
  private final PowercodeAddresses addresses;

  OfficeRepository(Database database, PowercodeAddresses addresses) {
    this.database = database;
    this.addresses = addresses;
  }

  Uni<ListView<OrderView>> list(OrderFilter filter) {
    return database.list(COUNT, LIST, arguments(filter), filter, OrderView::of);
  }

  /** Every state has its number. */
  Uni<Map<OrderState, Long>> counts() {
    return database
        .run(BY_STATE, Tuple.tuple())
        .map(
            rows -> {
              Map<OrderState, Long> counts = new EnumMap<>(OrderState.class);
              for (OrderState state : OrderState.values()) {
                counts.put(state, 0L);
              }
              rows.forEach(
                  row ->
                      counts.put(OrderState.valueOf(row.getString("state")), row.getLong("total")));
              return counts;
            });
  }

  Uni<Optional<OrderDetailView>> find(String orderref) {
    return database
        .run(FIND, Tuple.of(orderref))
        .flatMap(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : history(orderref)
                        .map(events -> Optional.of(detail(rows.iterator().next(), events))));
  }

  private Uni<List<EventView>> history(String orderref) {
    return database
        .run(HISTORY, Tuple.of(orderref))
        .map(rows -> rows.stream().map(EventView::of).toList());
  }

  private OrderDetailView detail(Row row, List<EventView> events) {
    Order order = Order.of(row);
    return new OrderDetailView(
        OrderView.of(row),
        order.contract() == null
            ? List.of()
            : order.contract().items().stream().map(item -> item.description()).toList(),
        order.unclearStep().map(Step::name).orElse(null),
        PowercodeView.of(order, addresses),
        events,
        row.getLong("callbacks"));
  }

  private static Tuple arguments(OrderFilter filter) {
    String search = filter.search == null || filter.search.isBlank() ? null : filter.search.strip();
    return Tuple.tuple()
        .addString(filter.state == null ? null : filter.state.name())
        .addString(search)
        // what is a sign of patterns to PostgreSQL is itself to people
        .addString(search == null ? null : search.replaceAll("[\\\\%_]", "\\\\$0"))
        .addOffsetDateTime(at(filter.from))
        .addOffsetDateTime(at(filter.to));
  }
}
