package com.partnerbridges.iiko.credential;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.credentials.Keyset;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Re-encrypts rows, each only if nobody changed it since it was read. */
@ApplicationScoped
class RotationRepository {

  /** Who writes audit lines that no person caused. */
  static final String ACTOR = "key rotation";

  /**
   * The longest that instances may have different keys, while they are replaced or a file is rolled
   * out: so long they must not undo each other, and what one of them cannot open another can.
   */
  static final Duration ROLL_OUT = Duration.ofMinutes(10);

  private static final String KEYS_SEEN =
      """
      insert into credential_key (id, seen_at) select id, $2 from unnest($1::text[]) id order by id
      on conflict (id) do update set seen_at = excluded.seen_at
        where credential_key.seen_at < excluded.seen_at - interval '1 minute'""";

  private static final String KEYS_GONE =
      """
      with gone as (
        select account_id from connection
        where password_sealed is not null and key_state = 'USABLE' and key_id <> all($1)
          and not exists (select from credential_key k where k.id = key_id and k.seen_at > $5)
        order by account_id limit $2
      ), c as (
        update connection set key_state = 'KEY_MISSING' from gone
        where connection.account_id = gone.account_id and key_state = 'USABLE'
          and password_sealed is not null and key_id <> all($1)
        returning connection.account_id, key_id
      ), a as (
        insert into credential_audit (account_id, at, actor, action, detail)
        select account_id, $3, $4, 'QUARANTINED', 'KEY_MISSING ' || key_id from c
      )
      select account_id from c""";

  private static final String KEYS_BACK =
      """
      update connection set key_state = 'USABLE'
      where password_sealed is not null and key_state = 'KEY_MISSING' and key_id = any($1)
      returning account_id""";

  private static final String OTHER_KEYS =
      """
      select account_id, username_sealed, password_sealed from connection c
      where password_sealed is not null and key_state = 'USABLE' and key_id <> $1
        and key_id = any($2) and not exists (
          select from credential_audit a where a.account_id = c.account_id
            and a.action = 'RE_ENCRYPTED' and a.at > $3)
      order by account_id limit $4""";

  private static final String RE_ENCRYPT =
      """
      with n as (
        select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
          as n (account_id, old_username, old_password, username, password)
      ), c as (
        update connection set username_sealed = n.username, password_sealed = n.password,
          key_id = $6
        from n where connection.account_id = n.account_id
          and username_sealed = n.old_username and password_sealed = n.old_password
        returning connection.account_id
      ), a as (
        insert into credential_audit (account_id, at, actor, action, detail)
        select account_id, $7, $8, 'RE_ENCRYPTED', $6 from c
      )
      select account_id from c""";

  private final Database database;

  RotationRepository(Database database) {
    this.database = database;
  }

  /** A login that another key than the primary sealed. */
  record Old(String accountId, String username, String password) {}

  /** The same login, sealed by the primary. */
  record Renewed(Old old, CredentialVault.Sealed sealed) {}

  /** Tells the others that these keys are there. */
  Uni<Void> seen(Keyset keys, Instant now) {
    return database.run(KEYS_SEEN, Tuple.of(ids(keys), at(now))).replaceWithVoid();
  }

  /** Sets aside what was sealed by keys that no instance has. Gives how many rows. */
  Uni<Integer> setAside(Keyset keys, int batch, Instant now) {
    return changed(KEYS_GONE, Tuple.of(ids(keys), batch, at(now), ACTOR, at(now.minus(ROLL_OUT))));
  }

  /** Takes back what was set aside for a key that is there again. */
  Uni<Integer> takeBack(Keyset keys) {
    return changed(KEYS_BACK, Tuple.of(ids(keys)));
  }

  Uni<List<Old>> sealedByOthers(Keyset keys, int batch, Instant now) {
    return database
        .run(OTHER_KEYS, Tuple.of(keys.primaryId(), ids(keys), at(now.minus(ROLL_OUT)), batch))
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Old(
                                row.getString("account_id"),
                                row.getString("username_sealed"),
                                row.getString("password_sealed")))
                    .toList());
  }

  Uni<Integer> store(List<Renewed> renewed, String keyId, Instant now) {
    Tuple arguments =
        Tuple.tuple()
            .addArrayOfString(texts(renewed, it -> it.old().accountId()))
            .addArrayOfString(texts(renewed, it -> it.old().username()))
            .addArrayOfString(texts(renewed, it -> it.old().password()))
            .addArrayOfString(texts(renewed, it -> it.sealed().username()))
            .addArrayOfString(texts(renewed, it -> it.sealed().password()))
            .addString(keyId)
            .addOffsetDateTime(at(now))
            .addString(ACTOR);
    return changed(RE_ENCRYPT, arguments);
  }

  private Uni<Integer> changed(String sql, Tuple arguments) {
    return database.run(sql, arguments).map(rows -> rows.size());
  }

  private static String[] ids(Keyset keys) {
    return keys.enabledIds().toArray(String[]::new);
  }

  private static String[] texts(List<Renewed> renewed, Function<Renewed, String> text) {
    return renewed.stream().map(text).toArray(String[]::new);
  }
}
