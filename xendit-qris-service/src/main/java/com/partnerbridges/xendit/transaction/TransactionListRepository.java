package com.partnerbridges.xendit.transaction;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Transactions as staff list and count them. */
@ApplicationScoped
class TransactionListRepository {

  /** External ids have capital letters only. */
  private static final String WHERE =
      """
      where ($1::text is null or position(upper($1) in t.tr_external_id) > 0
          or t.tr_location_id in (
            select ml_id from master_locations where position(lower($1) in lower(ml_name)) > 0))
        and ($2::text[] is null or t.tr_status = any($2))
        and ($3::bigint is null or t.tr_location_id = $3)
        and ($4::timestamptz is null or t.tr_created_at >= $4)
        and ($5::timestamptz is null or t.tr_created_at < $5)
      """;

  private static final String COUNT = "select count(*) as total from transactions t " + WHERE;

  private static final String LIST =
      """
      select t.tr_id, t.tr_external_id, t.tr_location_id, l.ml_id, l.ml_name, t.tr_price_id,
        t.tr_amount, t.tr_email, t.tr_status, t.tr_reason, t.tr_paid_at, t.tr_expired_at,
        t.tr_created_at, t.tr_honoured_at
      from transactions t join master_locations l on l.ml_id = t.tr_location_id
      %s
      order by t.tr_created_at desc, t.tr_id desc offset $6 limit $7"""
          .formatted(WHERE);

  private static final String COUNT_OF_STATUS =
      """
      select count(*) as total from transactions
      where $1::text[] is null or tr_status = any($1)""";

  private final Database database;

  TransactionListRepository(Database database) {
    this.database = database;
  }

  Uni<Long> count(TransactionFilter filter) {
    return database.run(COUNT, arguments(filter)).map(TransactionListRepository::total);
  }

  Uni<List<ListedTransaction>> list(TransactionFilter filter) {
    return database
        .run(LIST, arguments(filter).addInteger(filter.skip).addInteger(filter.limit))
        .map(rows -> rows.stream().map(ListedTransaction::of).toList());
  }

  /** Of any status, when none is named. */
  Uni<Long> count(List<TransactionStatus> status) {
    return database
        .run(COUNT_OF_STATUS, Tuple.tuple().addArrayOfString(names(status)))
        .map(TransactionListRepository::total);
  }

  private static Tuple arguments(TransactionFilter filter) {
    return Tuple.tuple()
        .addString(filter.search)
        .addArrayOfString(names(filter.status))
        .addLong(filter.locationId)
        .addOffsetDateTime(at(filter.from))
        .addOffsetDateTime(at(filter.to));
  }

  private static String[] names(List<TransactionStatus> status) {
    return status.isEmpty() ? null : status.stream().map(Enum::name).toArray(String[]::new);
  }

  private static long total(RowSet<Row> rows) {
    return rows.iterator().next().getLong("total");
  }
}
