package com.partnerbridges.xendit.webhook;

import static com.partnerbridges.shared.database.Database.instant;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the database holds, written and read past the service. */
record Ledger(Pool pool) {

  private static final String SALES =
      """
      with o as (
        select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[])
          as o (id, amount, status, payment)
      ), t as (
        insert into transactions (tr_external_id, tr_location_id, tr_amount, tr_status,
          tr_payment_id, tr_paid_at, tr_created_by, tr_content_digest, tr_created_at, tr_expired_at,
          tr_moved_at)
        select id, ml_id, amount, status, payment, case status when 'COMPLETED' then now() end,
          'test', '', now(), now(), now()
        from o, master_locations
      )
      insert into payments (payment_id, external_id, amount, source, seen_at)
      select payment, id, amount, 'WEBHOOK', now() from o where payment is not null""";

  private static final String REFUNDS =
      """
      insert into refunds (id, payment_id, external_id, amount, reason, status, xendit_id,
        requested_by, requested_at, moved_at)
      overriding system value
      select id, tr_payment_id, tr_external_id, tr_amount, 'test', status, xendit, 'test', now(), now()
      from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) as o (id, sale, status, xendit)
        join transactions on tr_external_id = sale""";

  void insert(List<Sale> sales) {
    pool.preparedQuery(SALES)
        .executeAndAwait(
            Tuple.of(
                texts(sales, Sale::id),
                sales.stream().map(Sale::amount).toArray(Long[]::new),
                texts(sales, Sale::status),
                texts(sales, Sale::payment)));
  }

  void insertRefunds(List<Refunding> refunds) {
    pool.preparedQuery(REFUNDS)
        .executeAndAwait(
            Tuple.of(
                refunds.stream().map(Refunding::id).toArray(Long[]::new),
                texts(refunds, it -> it.sale().id()),
                texts(refunds, Refunding::status),
                texts(refunds, Refunding::xenditId)));
  }

  void assertLike(SettlementModel model) {
    same(texts("tr_external_id, tr_status from transactions"), model.statuses);
    same(
        texts("tr_external_id, tr_payment_id from transactions where tr_payment_id <> ''"),
        model.completedBy);
    same(
        read(
            "tr_external_id, tr_paid_at from transactions where tr_paid_at < '2021-01-01'",
            row -> instant(row, "tr_paid_at")),
        model.paidAt);
    same(texts("payment_id, external_id from payments"), model.payments);
    same(texts("delivery_key, outcome from webhook_deliveries"), model.outcomes);
    same(numbers("delivery_key, copies from webhook_deliveries"), model.copies);
    same(numbers("kind || ' ' || subject, seen from attention"), model.attention);
    same(
        texts("id::text, status || ' ' || coalesce(xendit_id, '-') from refunds"), model.refunds());
  }

  /** Shows what differs only: thousands of equal rows would bury it. */
  private static <T> void same(Map<String, T> stored, Map<String, T> expected) {
    Map<String, String> differences = new TreeMap<>();
    Stream.of(stored, expected)
        .flatMap(map -> map.keySet().stream())
        .filter(key -> !Objects.equals(stored.get(key), expected.get(key)))
        .forEach(key -> differences.put(key, stored.get(key) + " <> " + expected.get(key)));
    assertThat(differences).as("stored <> expected").isEmpty();
  }

  Map<String, String> texts(String columns) {
    return read(columns, row -> row.getString(1));
  }

  private Map<String, Integer> numbers(String columns) {
    return read(columns, row -> row.getInteger(1));
  }

  private <T> Map<String, T> read(String columns, Function<Row, T> value) {
    return pool.query("select " + columns).executeAndAwait().stream()
        .collect(toMap(row -> row.getString(0), value));
  }

  private static <T> String[] texts(List<T> rows, Function<T, String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }
}
