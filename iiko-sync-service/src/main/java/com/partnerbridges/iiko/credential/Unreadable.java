package com.partnerbridges.iiko.credential;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.credentials.CredentialException;
import com.partnerbridges.shared.credentials.KeyUnavailableException;
import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Sets credentials aside that cannot be opened, and takes them back when they can. */
@ApplicationScoped
public class Unreadable {

  /**
   * Only what was tried: whoever changed the credentials meanwhile has mended them. What another
   * instance has the key of is not set aside, or both would change it for ever. A text that names
   * another key than its row does is damaged.
   */
  private static final String SET_ASIDE =
      """
      with c as (
        update connection
        set key_state = case when key_id = $3 then 'KEY_MISSING' else 'DAMAGED' end
        where account_id = $1 and password_sealed = $2
          and key_state <> case when key_id = $3 then 'KEY_MISSING' else 'DAMAGED' end
          and (key_id is distinct from $3
            or not exists (select from credential_key k where k.id = key_id and k.seen_at > $6))
        returning account_id, key_id, key_state
      )
      insert into credential_audit (account_id, at, actor, action, detail)
      select account_id, $4, $5, 'QUARANTINED', key_state || ' ' || key_id from c""";

  private static final String TAKE_BACK =
      """
      update connection set key_state = 'USABLE'
      where account_id = $1 and password_sealed = $2 and key_state <> 'USABLE'""";

  private final Database database;

  Unreadable(Database database) {
    this.database = database;
  }

  /**
   * @param password the sealed one that could not be opened
   */
  public Uni<Void> setAside(
      String accountId, String password, CredentialException why, String actor, Instant now) {
    String missing = why instanceof KeyUnavailableException gone ? gone.keyId() : null;
    return database
        .run(
            SET_ASIDE,
            Tuple.of(
                accountId,
                password,
                missing,
                at(now),
                actor,
                at(now.minus(RotationRepository.ROLL_OUT))))
        .replaceWithVoid();
  }

  /** For one that could be opened after all. */
  public Uni<Void> takeBack(String accountId, String password) {
    return database.run(TAKE_BACK, Tuple.of(accountId, password)).replaceWithVoid();
  }
}
