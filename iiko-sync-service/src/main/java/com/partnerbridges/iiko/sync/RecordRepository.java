package com.partnerbridges.iiko.sync;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.iiko.sync.Kept.Marked;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The synced tables. What has not changed is only looked at: no write, and no lock. */
@ApplicationScoped
class RecordRepository {

  private static final String COMPARE =
      """
      select g.nth::integer as nth, t.iiko_id is null as is_new
      from unnest($2::text[], $3::text[]) with ordinality as g(iiko_id, hash, nth)
      left join {table} t on {scope} and t.iiko_id = g.iiko_id
      where t.iiko_id is null or t.content_hash is distinct from decode(g.hash, 'hex')
        or t.gone_at is not null or t.sync_error is not null
      order by g.nth""";

  /** It keeps its values, and it is there. */
  private static final String UNREADABLE =
      """
      update {table} t set sync_error = g.reason, gone_at = null, changed_at = $4
      from unnest($2::text[], $3::text[]) as g(iiko_id, reason)
      where {scope} and t.iiko_id = g.iiko_id
        and (t.sync_error is distinct from g.reason or t.gone_at is not null)""";

  /** A piece that is cut off here and done again counts it once, and a repeated statement too. */
  private static final String COUNTED =
      """
      counted as (
        update part p set piece_created = $%d, piece_updated = $%d
        from run r
        where r.id = $%d and r.attempts = $%d and p.run_id = r.id and p.entity = $%d
      )""";

  private final Database database;
  private final Clock clock;

  RecordRepository(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Which of the records differ from what we have; true where we have none. */
  <K> Uni<Map<Marked<K>, Boolean>> differing(Kept<?, K> kind, String account, List<Marked<K>> all) {
    Tuple arguments =
        Tuple.of(account)
            .addArrayOfString(all.stream().map(Marked::id).toArray(String[]::new))
            .addArrayOfString(all.stream().map(Marked::hash).toArray(String[]::new));
    return database
        .run(kind.target().in(COMPARE), arguments)
        .map(
            rows -> {
              Map<Marked<K>, Boolean> differing = new LinkedHashMap<>();
              rows.forEach(
                  row ->
                      differing.put(all.get(row.getInteger("nth") - 1), row.getBoolean("is_new")));
              return differing;
            });
  }

  /**
   * @param counts of the piece when they are stored
   */
  <K> Uni<Void> store(Kept<?, K> kind, Piece piece, List<Marked<K>> records, Counts counts) {
    Tuple arguments = Tuple.of(piece.accountId(), at(clock.instant()));
    kind.bind(arguments, records);
    int last = arguments.size();
    String counted = COUNTED.formatted(last + 1, last + 2, last + 3, last + 4, last + 5);
    arguments
        .addLong(counts.created())
        .addLong(counts.updated())
        .addLong(piece.runId())
        .addInteger(piece.attempt())
        .addString(piece.entity().word());
    String upsert = kind.target().in(kind.upsert()).replace("{counted}", counted);
    return database.run(upsert, arguments).replaceWithVoid();
  }

  /**
   * @param reasons by the record's id
   */
  Uni<Void> unreadable(Target target, String account, Map<String, String> reasons) {
    Tuple arguments =
        Tuple.of(account)
            .addArrayOfString(reasons.keySet().toArray(String[]::new))
            .addArrayOfString(reasons.values().toArray(String[]::new))
            .addOffsetDateTime(at(clock.instant()));
    return database.run(target.in(UNREADABLE), arguments).replaceWithVoid();
  }
}
