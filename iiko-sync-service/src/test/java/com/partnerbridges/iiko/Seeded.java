package com.partnerbridges.iiko;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;

/** Rows of an account, as a sync would have left them. */
public final class Seeded {

  private final Pool pool;
  private final Instant now;
  public final String account;

  public Seeded(Pool pool, String account, Instant now) {
    this.pool = pool;
    this.account = account;
    this.now = now;
  }

  public Seeded connected() {
    return sql(
        """
        insert into connection (account_id, base_url, username_sealed, password_sealed, key_id,
          last_connected_at, created_at)
        values ($1, 'https://demo.iiko.it', 'u', 'p', 'local', $2, $2)""",
        now());
  }

  public Seeded department(String id, String type, String parent, String name) {
    return item("D", id, type, parent, name, null);
  }

  public Seeded restaurant(String id, String name) {
    return department(id, "DEPARTMENT", null, name);
  }

  public Seeded store(String id, String name, String restaurant) {
    return item("S", id, "STORE", restaurant, name, restaurant);
  }

  private Seeded item(
      String source, String id, String type, String parent, String name, String restaurant) {
    return sql(
        """
        insert into corporate_item (account_id, source, iiko_id, type, parent_id, name,
          restaurant_id, content_hash, changed_at)
        values ($1, $2, $3, $4, $5, $6, $7, '\\x01', $8)""",
        source,
        id,
        type,
        parent,
        name,
        restaurant,
        now());
  }

  public Seeded supplier(String id, String name) {
    return sql(
        """
        insert into supplier (account_id, iiko_id, name, is_deleted, content_hash, changed_at)
        values ($1, $2, $3, false, '\\x01', $4)""",
        id,
        name,
        now());
  }

  /**
   * @param day such as 2025-11-21; null for none
   */
  public Seeded invoice(String id, String day, String supplier, String store) {
    return sql(
        """
        insert into invoice (account_id, iiko_id, number, status, listed_on, supplier_id, store_id,
          total, item_count, content_hash, changed_at)
        values ($1, $2, 'N-' || $2, 'PROCESSED', $3::text::date, $4, $5, 228.15, 1, '\\x01', $6)""",
        id,
        day,
        supplier,
        store,
        now());
  }

  /** With numbers as iiko writes them. */
  public Seeded item(String invoice, int position, String amount, String price, String sum) {
    return sql(
        """
        insert into invoice_item (account_id, invoice_id, position, num, product_id, amount, price,
          sum)
        values ($1, $2, $3, $3, 'p-1', $4::text::numeric, $5::text::numeric, $6::text::numeric)""",
        invoice,
        position,
        amount,
        price,
        sum);
  }

  public Seeded confirmed(String entity, String day, Instant at) {
    return sql(
        "insert into confirmed (account_id, entity, day, at) values ($1, $2, $3::text::date, $4)",
        entity,
        day,
        at.atOffset(ZoneOffset.UTC));
  }

  /** A run of this one entity, with counts 10, 1, 2, 6, 3 and 1. */
  public long run(String entity, String state) {
    boolean ended = !state.equals("QUEUED") && !state.equals("RUNNING");
    long id =
        pool.preparedQuery(
                """
                insert into run (account_id, entity_type, cause, requested_by, state, not_before,
                  queued_at, started_at, ended_at)
                values ($1, $2, 'MANUAL', 'somebody', $3, $4, $4, $4, $5) returning id""")
            .execute(Tuple.of(account, entity, state, now(), ended ? now() : null))
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getLong(0);
    sql(
        """
        insert into part (run_id, account_id, entity, position, state, seen, created, updated,
          unchanged, gone, failed, started_at, ended_at)
        values ($2, $1, $3, 1, $4, 10, 1, 2, 6, 3, 1, $5, $6)""",
        id,
        entity,
        state,
        now(),
        ended ? now() : null);
    return id;
  }

  public Seeded error(long run, String entity, String iikoId, String reason) {
    return sql(
        """
        insert into record_error (account_id, run_id, entity, iiko_id, reason, at)
        values ($1, $2, $3, $4, $5, $6)""",
        run,
        entity,
        iikoId,
        reason,
        now());
  }

  /** Any statement; the account is its first argument. */
  public Seeded sql(String statement, Object... arguments) {
    Tuple all = Tuple.of(account);
    for (Object argument : arguments) {
      all.addValue(argument);
    }
    pool.preparedQuery(statement).executeAndAwait(all);
    return this;
  }

  private Object now() {
    return now.atOffset(ZoneOffset.UTC);
  }
}
