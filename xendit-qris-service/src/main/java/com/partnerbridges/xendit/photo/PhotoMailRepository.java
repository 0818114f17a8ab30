package com.partnerbridges.xendit.photo;

import static com.partnerbridges.shared.database.Database.at;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gallery e-mails. Every write is one statement. */
@ApplicationScoped
class PhotoMailRepository {

  private static final String QUEUE =
      """
      with m as (
        insert into photo_mails (external_id, recipient, again, status, attempts, requested_by,
          requested_at, next_attempt_at)
        select $1, $2, $3, 'QUEUED', 1, $4, $5, $6
        %s
        returning *
      ), t as (
        update transactions set tr_email = m.recipient from m
        where tr_external_id = m.external_id and tr_email is distinct from m.recipient
      )
      select * from m""";

  /** Two at the same time do not see each other here; the index photo_mails_once sees both. */
  private static final String QUEUE_ONCE =
      QUEUE.formatted(
          """
          where not exists (select from photo_mails where external_id = $1)
          on conflict do nothing""");

  /** While one waits, only its address can be set right; whoever sends it now comes too late. */
  private static final String QUEUE_AGAIN =
      QUEUE.formatted(
          """
          on conflict (external_id) where status = 'QUEUED' do update
            set recipient = excluded.recipient, attempts = photo_mails.attempts + 1,
              requested_by = excluded.requested_by, requested_at = excluded.requested_at,
              next_attempt_at = excluded.next_attempt_at
            where photo_mails.recipient <> excluded.recipient""");

  private static final String LAST =
      "select * from photo_mails where external_id = $1 order by id desc limit 1";

  /**
   * A claim pushes the next attempt behind the lease: if this instance dies, another takes over.
   */
  private static final String CLAIM =
      """
      with due as (
        select id from photo_mails where next_attempt_at <= $1
        order by next_attempt_at limit $3 for update skip locked
      )
      update photo_mails m set next_attempt_at = $2, attempts = m.attempts + 1
      from due where m.id = due.id and m.next_attempt_at <= $1
      returning m.*""";

  private static final String SENT =
      """
      update photo_mails set status = 'SENT', sent_at = $3, next_attempt_at = null
      where id = $1 and attempts = $2 and status = 'QUEUED'""";

  private static final String LATER =
      """
      update photo_mails set next_attempt_at = $3
      where id = $1 and attempts = $2 and status = 'QUEUED'""";

  private static final String GIVE_UP =
      """
      with m as (
        update photo_mails set status = 'FAILED', next_attempt_at = null
        where id = $1 and attempts = $2 and status = 'QUEUED'
        returning external_id, attempts
      )
      insert into attention (kind, subject, external_id, detail, created_at, last_seen_at)
      select 'PHOTO_MAIL_FAILED', external_id, external_id,
        'The e-mail with the photos was not taken in ' || attempts || ' attempts.', $3, $3
      from m
      on conflict (kind, subject) do update
        set seen = attention.seen + 1, last_seen_at = excluded.last_seen_at,
          detail = excluded.detail, resolved_at = null, resolved_by = null, decision = null,
          note = null""";

  private final Database database;

  PhotoMailRepository(Database database) {
    this.database = database;
  }

  /** An e-mail that somebody wants to go out. */
  record Wanted(String externalId, String recipient, boolean again, String who) {

    @Override
    public String toString() {
      return "Wanted[" + externalId + "]";
    }
  }

  /**
   * Stores the e-mail, claimed until {@code lease} for whoever called. Empty when there is nothing
   * new to send.
   */
  Uni<Optional<PhotoMail>> queue(Wanted mail, Instant now, Instant lease) {
    Tuple arguments =
        Tuple.tuple()
            .addString(mail.externalId())
            .addString(mail.recipient())
            .addBoolean(mail.again())
            .addString(mail.who())
            .addOffsetDateTime(at(now))
            .addOffsetDateTime(at(lease));
    return database
        .run(mail.again() ? QUEUE_AGAIN : QUEUE_ONCE, arguments)
        .map(PhotoMailRepository::first);
  }

  Uni<PhotoMail> last(String externalId) {
    return database.run(LAST, Tuple.of(externalId)).map(rows -> first(rows).orElseThrow());
  }

  Uni<List<PhotoMail>> claim(Instant now, Instant lease, int most) {
    return database
        .run(CLAIM, Tuple.of(at(now), at(lease), most))
        .map(rows -> rows.stream().map(PhotoMail::of).toList());
  }

  Uni<Void> sent(PhotoMail claimed, Instant now) {
    return settle(SENT, claimed, now);
  }

  Uni<Void> later(PhotoMail claimed, Instant next) {
    return settle(LATER, claimed, next);
  }

  /** The e-mail has failed, and a person shall know. */
  Uni<Void> giveUp(PhotoMail claimed, Instant now) {
    return settle(GIVE_UP, claimed, now);
  }

  private Uni<Void> settle(String sql, PhotoMail claimed, Instant when) {
    return database
        .run(sql, Tuple.of(claimed.id(), claimed.attempts(), at(when)))
        .replaceWithVoid();
  }

  private static Optional<PhotoMail> first(RowSet<Row> rows) {
    return rows.stream().findFirst().map(PhotoMail::of);
  }
}
