package com.partnerbridges.iiko.credential;

import com.partnerbridges.iiko.credential.KeysView.Key;
import com.partnerbridges.iiko.credential.KeysView.State;
import com.partnerbridges.shared.credentials.Keyset;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which key is needed by how many rows. */
@ApplicationScoped
class KeyUse {

  private static final String COUNT =
      """
      select key_id, sum(accounts)::bigint as accounts, sum(sessions)::bigint as sessions,
        sum(usable)::bigint as usable, sum(missing)::bigint as missing,
        sum(damaged)::bigint as damaged
      from (
        select key_id, count(*) as accounts, 0 as sessions,
          count(*) filter (where key_state = 'USABLE') as usable,
          count(*) filter (where key_state = 'KEY_MISSING') as missing,
          count(*) filter (where key_state = 'DAMAGED') as damaged
        from connection where password_sealed is not null group by 1
        union all
        select split_part(session_sealed, '.', 2), 0, count(*), 0, 0, 0
        from connection where session_sealed is not null group by 1
      ) each group by 1""";

  private final Database database;
  private final CredentialKeys keys;

  KeyUse(Database database, CredentialKeys keys) {
    this.database = database;
    this.keys = keys;
  }

  /** Rows of one key. */
  private record Rows(long accounts, long sessions, long usable, long missing, long damaged) {

    static final Rows NONE = new Rows(0, 0, 0, 0, 0);

    static Rows of(Row row) {
      return new Rows(
          row.getLong("accounts"),
          row.getLong("sessions"),
          row.getLong("usable"),
          row.getLong("missing"),
          row.getLong("damaged"));
    }

    boolean isNone() {
      return accounts == 0 && sessions == 0;
    }
  }

  /** For worker threads, since the file with the keys may have to be read. */
  Uni<KeysView> look() {
    Keyset keyset = keys.current().keys();
    return database
        .run(COUNT, Tuple.tuple())
        .map(
            rows -> {
              Map<String, Rows> byKey = new TreeMap<>();
              rows.forEach(row -> byKey.put(row.getString("key_id"), Rows.of(row)));
              return view(keyset, byKey);
            });
  }

  private KeysView view(Keyset keyset, Map<String, Rows> byKey) {
    var ids = new TreeSet<>(byKey.keySet());
    ids.addAll(keyset.enabledIds());
    ids.addAll(keyset.disabledIds());
    List<Key> all = new ArrayList<>();
    long remaining = 0;
    for (String id : ids) {
      Rows rows = byKey.getOrDefault(id, Rows.NONE);
      State state = state(keyset, id);
      all.add(
          new Key(
              id,
              state,
              rows.accounts(),
              rows.sessions(),
              state != State.PRIMARY && rows.isNone()));
      remaining += state == State.ENABLED ? rows.usable() : 0;
    }
    return new KeysView(
        keyset.primaryId(),
        all,
        remaining,
        byKey.values().stream().mapToLong(Rows::missing).sum(),
        byKey.values().stream().mapToLong(Rows::damaged).sum(),
        keys.fileError().orElse(null));
  }

  private static State state(Keyset keyset, String id) {
    if (id.equals(keyset.primaryId())) {
      return State.PRIMARY;
    }
    if (keyset.enabledIds().contains(id)) {
      return State.ENABLED;
    }
    return keyset.disabledIds().contains(id) ? State.DISABLED : State.MISSING;
  }
}
