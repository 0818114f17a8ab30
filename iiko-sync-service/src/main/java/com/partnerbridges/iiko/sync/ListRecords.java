package com.partnerbridges.iiko.sync;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Records of a list, each in one row. */
final class ListRecords<T> implements Kept<T, T> {

  private static final int FIRST = 3;

  private final Target target;
  private final Columns<T> columns;
  private final Function<T, String> id;
  private final UnaryOperator<T> fit;
  private final String upsert;

  /**
   * @param key a further column of the primary key with a comma, or empty
   * @param value its value in SQL with a comma, or empty
   */
  ListRecords(
      Target target,
      String key,
      String value,
      Columns<T> columns,
      Function<T, String> id,
      UnaryOperator<T> fit) {
    this.target = target;
    this.columns = columns;
    this.id = id;
    this.fit = fit;
    upsert =
        """
        with {counted}
        insert into {table} (account_id, %s%s, content_hash, changed_at)
        select $1, %s%s, decode(g.hash, 'hex'), $2 from %s
        on conflict (account_id, %siiko_id) do update set
          %s, content_hash = excluded.content_hash, changed_at = excluded.changed_at,
          gone_at = null, sync_error = null"""
            .formatted(
                key,
                columns.names(),
                value,
                columns.cast(),
                columns.givenMarked(FIRST),
                key,
                columns.set());
  }

  @Override
  public Target target() {
    return target;
  }

  @Override
  public String idOf(T record) {
    return id.apply(record);
  }

  @Override
  public T fit(T record, Piece piece) {
    return fit.apply(record);
  }

  @Override
  public String hash(T record) {
    ContentHash hash = new ContentHash();
    columns.digest(hash, record);
    return hash.hex();
  }

  @Override
  public int rows(T record) {
    return 1;
  }

  @Override
  public String upsert() {
    return upsert;
  }

  @Override
  public void bind(Tuple arguments, List<Marked<T>> records) {
    columns.bindMarked(arguments, records);
  }
}
