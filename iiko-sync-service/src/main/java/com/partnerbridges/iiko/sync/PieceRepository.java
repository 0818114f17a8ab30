package com.partnerbridges.iiko.sync;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** How far a part of a run is. Only the run's present owner writes here. */
@ApplicationScoped
class PieceRepository {

  /** So many errors are kept of one part; the others are counted. */
  static final int MOST_ERRORS = 1000;

  /** Of so many runs of an entity, the newest ones that had any: most errors come every time. */
  private static final int RUNS_WITH_ERRORS = 10;

  private static final String PROGRESS =
      """
      update part set piece_seen = $4
      from run r
      where part.run_id = $1 and part.entity = $2 and part.state = 'RUNNING'
        and r.id = $1 and r.attempts = $3 and r.state = 'RUNNING'
      returning r.cancel_requested""";

  /**
   * By grouping, which takes time in proportion to what there is, whatever the planner believes
   * about an array or a table that has just been filled; a join may not. So {@link #COMPLETE} asks
   * whether an id {@code is true} among them: that is looked up and never joined.
   */
  private static final String MISSING =
      """
      missing as (
        select max(x.iiko_id) as iiko_id
        from (
          select t.iiko_id, {fingerprint} as f from {table} t
          where {scope} and {piece} and t.gone_at is null
          union all
          select null, s.f from unnest($4::bigint[]) as s(f)
        ) x
        group by x.f having count(*) = count(x.iiko_id)
      )""";

  private static final String GAP =
      """
      with %s
      select (select count(*) from missing) as missing, count(*) as known
      from {table} t where {scope} and {piece} and t.gone_at is null"""
          .formatted(MISSING);

  /**
   * A piece that the answer was lost of is not counted twice: the part is no longer where it was.
   */
  private static final String COMPLETE =
      """
      with r as (
        select r.id from run r join part p on p.run_id = r.id
        where r.id = $7 and r.attempts = $8 and r.state = 'RUNNING'
          and p.entity = $9 and p.state = 'RUNNING' and p.next_day is not distinct from $2::date
        for share of r
      ), %s, g as (
        update {table} t set gone_at = $6, changed_at = $6
        from r
        where $5 and {scope} and t.gone_at is null
          and (t.iiko_id in (select iiko_id from missing)) is true
        returning 1
      ), e as (
        insert into record_error (run_id, account_id, entity, iiko_id, reason, at)
        select r.id, $1, $9, x.iiko_id, x.reason, $6
        from r, unnest($10::text[], $11::text[]) as x(iiko_id, reason)
        limit greatest(0, %d - (select count(*) from record_error where run_id = $7 and entity = $9))
      ), older as (
        delete from record_error o using r
        where cardinality($10::text[]) > 0 and o.account_id = $1 and o.entity = $9
          and o.run_id <= (
            select distinct run_id from record_error
            where account_id = $1 and entity = $9 and run_id < $7
            order by run_id desc offset %d limit 1)
      ), c as (
        insert into confirmed (account_id, entity, day, at)
        select $1, $9, day::date, $6
        from r, generate_series(coalesce($2::date, '0001-01-01'),
          coalesce($3::date, '0001-01-01'), interval '1 day') as day
        on conflict (account_id, entity, day) do update set at = excluded.at
      )
      update part p set
        created = p.created + $12, updated = p.updated + $13, unchanged = p.unchanged + $14,
        failed = p.failed + $15, seen = p.seen + $16, gone = p.gone + (select count(*) from g),
        piece_seen = 0, piece_created = 0, piece_updated = 0,
        next_day = case when $3 < p.to_day then $3 + 1 end,
        state = case when $3 < p.to_day then p.state
          when p.failed + $15 > 0 then 'PARTIAL' else 'SUCCEEDED' end,
        error_code = null, error = null,
        ended_at = case when $3 < p.to_day then null else $6 end
      from r
      where p.run_id = r.id and p.entity = $9
      returning (select count(*) from g) as gone"""
          .formatted(MISSING, MOST_ERRORS, RUNS_WITH_ERRORS - 1);

  /** How much of what we have is missing. */
  record Gap(long known, long missing) {}

  private final Database database;
  private final Clock clock;

  PieceRepository(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whether somebody has asked to cancel; empty when another instance has the run now. */
  Uni<Optional<Boolean>> progress(Piece piece, long seen) {
    return database
        .run(PROGRESS, Tuple.of(piece.runId(), piece.entity().word(), piece.attempt(), seen))
        .map(rows -> rows.stream().findFirst().map(row -> row.getBoolean("cancel_requested")));
  }

  Uni<Gap> gap(Piece piece, SeenIds seen) {
    return database
        .run(Target.of(piece.entity()).in(GAP), where(piece, seen))
        .map(
            rows -> {
              Row row = rows.iterator().next();
              return new Gap(row.getLong("known"), row.getLong("missing"));
            });
  }

  /**
   * The piece is complete: what is missing has gone, and the part moves on.
   *
   * @param marksGone whether what is missing is known to be missing
   * @return how many have gone; empty when another instance has the run now
   */
  Uni<Optional<Long>> complete(
      Piece piece, SeenIds seen, boolean marksGone, Counts counts, List<RecordError> errors) {
    Tuple arguments =
        where(piece, seen)
            .addBoolean(marksGone)
            .addOffsetDateTime(at(clock.instant()))
            .addLong(piece.runId())
            .addInteger(piece.attempt())
            .addString(piece.entity().word())
            .addArrayOfString(errors.stream().map(RecordError::iikoId).toArray(String[]::new))
            .addArrayOfString(errors.stream().map(RecordError::reason).toArray(String[]::new))
            .addLong(counts.created())
            .addLong(counts.updated())
            .addLong(counts.unchanged())
            .addLong(counts.failed())
            .addLong(counts.seen());
    return database
        .run(Target.of(piece.entity()).in(COMPLETE), arguments)
        .map(rows -> rows.stream().findFirst().map(row -> row.getLong("gone")));
  }

  private static Tuple where(Piece piece, SeenIds seen) {
    return Tuple.tuple()
        .addString(piece.accountId())
        .addLocalDate(piece.from())
        .addLocalDate(piece.to())
        .addArrayOfLong(seen.fingerprints());
  }

  /** A record that was left out. */
  record RecordError(String iikoId, String reason) {}
}
