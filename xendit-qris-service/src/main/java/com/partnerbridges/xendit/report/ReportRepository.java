package com.partnerbridges.xendit.report;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.xendit.catalogue.LocationName;
import com.partnerbridges.xendit.transaction.TransactionStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;

/** Sums of transactions by the day of their creation. */
@ApplicationScoped
class ReportRepository {

  /**
   * Where days begin is told, not left to PostgreSQL: it knows time zones by another list, and
   * reads an offset such as +07:00 the other way round.
   */
  private static final String DAILY =
      """
      select s.*, l.ml_name from (
        select width_bucket(tr_created_at, $1::timestamptz[]) as day_number,
          tr_location_id as ml_id, tr_status, count(*) as count, sum(tr_amount)::bigint as amount
        from transactions
        where tr_created_at >= $2 and tr_created_at < $3
          and ($4::bigint is null or tr_location_id = $4)
        group by 1, 2, 3
      ) s join master_locations l using (ml_id)
      order by s.day_number, lower(l.ml_name), s.ml_id, s.tr_status""";

  private final Database database;

  ReportRepository(Database database) {
    this.database = database;
  }

  Uni<List<DailySum>> daily(ReportDays days, Long locationId) {
    OffsetDateTime[] limits = days.limits();
    Tuple arguments =
        Tuple.tuple()
            .addArrayOfOffsetDateTime(limits)
            .addOffsetDateTime(limits[0])
            .addOffsetDateTime(limits[limits.length - 1])
            .addLong(locationId);
    return database
        .run(DAILY, arguments)
        .map(rows -> rows.stream().map(row -> sum(days, row)).toList());
  }

  private static DailySum sum(ReportDays days, Row row) {
    return new DailySum(
        days.day(row.getInteger("day_number")),
        LocationName.of(row),
        TransactionStatus.valueOf(row.getString("tr_status")),
        row.getLong("count"),
        row.getLong("amount"));
  }
}
