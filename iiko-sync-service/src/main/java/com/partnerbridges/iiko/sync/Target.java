package com.partnerbridges.iiko.sync;

import com.partnerbridges.iiko.Entity;

/** Where the records of an entity stand: {@code t} is the table, {@code $1} the account. */
enum Target {
  DEPARTMENTS("corporate_item", "t.account_id = $1 and t.source = 'D'", Target.WHOLE_LIST),
  STORES("corporate_item", "t.account_id = $1 and t.source = 'S'", Target.WHOLE_LIST),
  SUPPLIERS("supplier", "t.account_id = $1", Target.WHOLE_LIST),
  INVOICES("invoice", "t.account_id = $1", "t.listed_on between $2::date and $3::date");

  /** A list has no days. */
  private static final String WHOLE_LIST = "coalesce($2::date, $3::date) is null";

  private final String table;
  private final String scope;
  private final String piece;

  Target(String table, String scope, String piece) {
    this.table = table;
    this.scope = scope;
    this.piece = piece;
  }

  static Target of(Entity entity) {
    return switch (entity) {
      case RESTAURANTS -> DEPARTMENTS;
      case STORES -> STORES;
      case SUPPLIERS -> SUPPLIERS;
      case INVOICES -> INVOICES;
    };
  }

  /** Writes the table's name for {@code {table}}, the account's rows for {@code {scope}}. */
  String in(String sql) {
    return sql.replace("{table}", table)
        .replace("{scope}", scope)
        .replace("{piece}", piece)
        .replace("{fingerprint}", SeenIds.FINGERPRINT.formatted("t.iiko_id"));
  }
}
