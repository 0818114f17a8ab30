package com.partnerbridges.iiko.health;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts accounts by how they are. */
@ApplicationScoped
class HealthRepository {

  private static final String ACCOUNTS =
      "select %s as state, count(*) as total from connection c group by 1"
          .formatted(AccountState.SQL);

  private final Database database;

  HealthRepository(Database database) {
    this.database = database;
  }

  /** Every state has its number. */
  Uni<Map<AccountState, Long>> accounts() {
    return database
        .run(ACCOUNTS, Tuple.tuple())
        .map(
            rows -> {
              Map<AccountState, Long> counts = new EnumMap<>(AccountState.class);
              for (AccountState state : AccountState.values()) {
                counts.put(state, 0L);
              }
              rows.forEach(
                  row ->
                      counts.put(
                          AccountState.valueOf(row.getString("state")), row.getLong("total")));
              return counts;
            });
  }
}
