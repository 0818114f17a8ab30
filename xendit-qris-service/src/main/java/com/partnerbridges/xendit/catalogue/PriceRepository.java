package com.partnerbridges.xendit.catalogue;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.xendit.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prices. Transactions have their amount of their own, so a price may change or go. */
@ApplicationScoped
class PriceRepository {

  private static final String COUNT = "select count(*) as total from master_prices";

  private static final String LIST =
      "select * from master_prices order by lower(mp_name), mp_id offset $1 limit $2";

  private static final String FIND = "select * from master_prices where mp_id = $1";

  private static final String INSERT =
      """
      insert into master_prices (mp_name, mp_amount, mp_created_at, mp_updated_at)
      values ($1, $2, $3, $3) returning *""";

  private static final String UPDATE =
      """
      update master_prices set mp_name = $2, mp_amount = $3, mp_updated_at = $4 where mp_id = $1
      returning *""";

  private static final String DELETE = "delete from master_prices where mp_id = $1 returning *";

  private final Database database;

  PriceRepository(Database database) {
    this.database = database;
  }

  Uni<Long> count() {
    return database.run(COUNT, Tuple.tuple()).map(rows -> rows.iterator().next().getLong("total"));
  }

  Uni<List<Price>> list(Page part) {
    return database
        .run(LIST, Tuple.of(part.skip, part.limit))
        .map(rows -> rows.stream().map(Price::of).toList());
  }

  Uni<Optional<Price>> find(long id) {
    return database.run(FIND, Tuple.of(id)).map(PriceRepository::first);
  }

  Uni<Price> insert(PriceForm form, Instant now) {
    return database
        .run(INSERT, Tuple.of(form.mp_name(), form.mp_amount(), at(now)))
        .map(rows -> first(rows).orElseThrow());
  }

  Uni<Optional<Price>> update(long id, PriceForm form, Instant now) {
    return database
        .run(UPDATE, Tuple.of(id, form.mp_name(), form.mp_amount(), at(now)))
        .map(PriceRepository::first);
  }

  Uni<Optional<Price>> delete(long id) {
    return database.run(DELETE, Tuple.of(id)).map(PriceRepository::first);
  }

  private static Optional<Price> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(Price::of);
  }
}
