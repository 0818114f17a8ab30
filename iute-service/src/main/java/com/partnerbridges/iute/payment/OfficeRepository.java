package com.partnerbridges.iute.payment;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.ListView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the office reads. */
@ApplicationScoped
class OfficeRepository {

  private static final String WHERE =
      """
      where ($1::text is null or t.status = $1)
        and ($2::timestamptz is null or t.created_at >= $2)
        and ($3::timestamptz is null or t.created_at < $3)
        and ($4::text is null or t.salesman = $4)
      """;

  private static final String COUNT = "select count(*) as total from payment t " + WHERE;

  private static final String LIST =
      "select %s from payment t %s order by t.created_at desc, t.order_id offset $5 limit $6"
          .formatted(Payment.COLUMNS, WHERE);

  private static final String DELIVERIES =
      """
      select kind, outcome, copies, signed_at, received_at, last_received_at, body
      from delivery where order_id = $1 order by id limit 100""";

  private final Database database;

  OfficeRepository(Database database) {
    this.database = database;
  }

  Uni<ListView<PaymentView>> list(PaymentFilter filter) {
    return database.list(
        COUNT, LIST, arguments(filter), filter, row -> PaymentView.of(Payment.of(row)));
  }

  Uni<List<DeliveryView>> deliveries(String orderId) {
    return database
        .run(DELIVERIES, Tuple.of(orderId))
        .map(rows -> rows.stream().map(DeliveryView::of).toList());
  }

  private static Tuple arguments(PaymentFilter filter) {
    return Tuple.tuple()
        .addString(filter.status == null ? null : filter.status.name())
        .addOffsetDateTime(at(filter.from))
        .addOffsetDateTime(at(filter.to))
        .addString(filter.salesman);
  }
}
