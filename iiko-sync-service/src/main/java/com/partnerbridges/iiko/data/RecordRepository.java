package com.partnerbridges.iiko.data;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Reads what was copied from iiko; writes nothing but the account's own names. */
@ApplicationScoped
class RecordRepository {

  private static final String ITEMS =
      "left join invoice_item i on i.account_id = r.account_id and i.invoice_id = r.iiko_id";

  private final Database database;

  RecordRepository(Database database) {
    this.database = database;
  }

  <V> Uni<KeysetView<V>> list(Listing<V> listing, String accountId, RecordFilter filter) {
    Conditions where = new Conditions(accountId);
    where
        .and(listing.names() + " ilike ?", pattern(filter.name))
        .and("(r.gone_at is not null) = ?", filter.gone)
        .and("(" + SyncState.STATUS + ") = ?", filter.syncStatus);
    filter.add(where);
    if (filter.after != null) {
      Cursor cursor = Cursor.read(filter.after, listing.order());
      where.and(listing.order().after(), cursor.key(), cursor.iikoId());
    }
    // one more than asked for tells whether there is more
    String sql =
        listing.select("", "")
            + where.sql()
            + listing.order().by()
            + " limit "
            + (filter.limit + 1);
    return database.run(sql, where.arguments()).map(rows -> page(rows, listing, filter.limit));
  }

  private static <V> KeysetView<V> page(RowSet<Row> rows, Listing<V> listing, int limit) {
    List<Row> shown = rows.stream().limit(limit).toList();
    String next = rows.size() > limit ? Cursor.of(shown.get(limit - 1)).write() : null;
    return new KeysetView<>(shown.stream().map(listing.view()).toList(), next);
  }

  <V> Uni<V> find(Listing<V> listing, String accountId, String iikoId) {
    return database
        .run(listing.select("", "") + " and r.iiko_id = $2", Tuple.of(accountId, iikoId))
        .map(rows -> listing.view().apply(first(rows, listing)));
  }

  /** One statement, so that the lines are those of this very version of the invoice. */
  Uni<InvoiceDetailView> invoice(String accountId, String iikoId) {
    Listing<InvoiceView> invoices = InvoiceView.LISTING;
    String sql =
        invoices.select(", " + InvoiceItemView.COLUMNS, ITEMS)
            + " and r.iiko_id = $2 order by i.position";
    return database
        .run(sql, Tuple.of(accountId, iikoId))
        .map(
            rows ->
                new InvoiceDetailView(
                    InvoiceView.of(first(rows, invoices)),
                    rows.stream()
                        .filter(row -> row.getInteger("item_position") != null)
                        .map(InvoiceItemView::of)
                        .toList()));
  }

  /** The account's name for a record; iiko's own fields are never touched. */
  <V> Uni<V> rename(Listing<V> listing, String accountId, String iikoId, String displayName) {
    String sql =
        "update %s r set display_name = $3 where r.account_id = $1 and r.iiko_id = $2 and %s"
            .formatted(listing.table(), listing.only());
    return database
        .run(sql, Tuple.of(accountId, iikoId, displayName))
        .flatMap(done -> find(listing, accountId, iikoId));
  }

  private static Row first(RowSet<Row> rows, Listing<?> listing) {
    if (rows.size() == 0) {
      throw unknown(listing.noun());
    }
    return rows.iterator().next();
  }

  private static Problem unknown(String noun) {
    return Problem.of(
        404,
        noun.toUpperCase(Locale.ROOT) + "_NOT_FOUND",
        "The account has no " + noun + " with this iiko_id.");
  }

  /** What is a sign of patterns to PostgreSQL is itself to people. */
  private static String pattern(String part) {
    return part == null || part.isBlank()
        ? null
        : "%" + part.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }
}
