package com.partnerbridges.iiko.data;

import io.vertx.mutiny.sqlclient.Row;
import java.util.function.Function;

/**
 * One kind of records as a list: where it is read from, and in which order.
 *
 * @param columns of the record {@code r} and what is joined to it, besides its {@link SyncState}
 * @param joins {@code f} among them, which confirms the record
 * @param only which rows of the table are meant
 * @param names the text that a filter by name looks into
 */
record Listing<V>(
    String noun,
    String table,
    String columns,
    String joins,
    String only,
    String names,
    Order order,
    Function<Row, V> view) {

  /** A list's order; an index stands behind each. */
  enum Order {
    NAME("r.sort_name", ""),
    NEWEST("coalesce(r.listed_on, date '0001-01-01')", " desc");

    final String key;
    final String direction;

    Order(String key, String direction) {
      this.key = key;
      this.direction = direction;
    }

    /** The condition of the rows after a {@link Cursor}. */
    String after() {
      return "(%s, r.iiko_id) %s (?, ?)".formatted(key, direction.isEmpty() ? ">" : "<");
    }

    String by() {
      return " order by %s%s, r.iiko_id%s".formatted(key, direction, direction);
    }
  }

  static <V> Listing<V> byName(
      String noun, String table, String columns, String joins, String only, Function<Row, V> view) {
    String names = "concat_ws(E'\\n', r.name, r.display_name)";
    return new Listing<>(noun, table, columns, joins, only, names, Order.NAME, view);
  }

  /** Confirms a record that comes in a list of all. */
  static String list(String entity) {
    return """
        left join confirmed f on f.account_id = r.account_id and f.entity = '%s'
          and f.day = date '0001-01-01'"""
        .formatted(entity);
  }

  /** Up to the account, which is the first argument. */
  String select(String more, String moreJoins) {
    return "select %s, %s as sort_key, %s %s from %s r %s %s where r.account_id = $1 and %s"
        .formatted(SyncState.COLUMNS, order.key, columns, more, table, joins, moreJoins, only);
  }
}
