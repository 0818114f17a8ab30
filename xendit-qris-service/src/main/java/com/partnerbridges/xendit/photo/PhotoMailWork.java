package com.partnerbridges.xendit.photo;

import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.shared.state.Batches;
import com.partnerbridges.shared.state.DoublingPause;
import com.partnerbridges.shared.state.DueTask;
import com.partnerbridges.xendit.Alarm;
import com.partnerbridges.xendit.XenditConfig;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Sends gallery e-mails, at once and again, until the mail server has taken them. */
@ApplicationScoped
class PhotoMailWork implements DueTask {

  private static final Logger LOG = Logger.getLogger(PhotoMailWork.class);

  /** What is claimed is sent at once, so that no lease runs out while it waits its turn. */
  private static final int AT_ONCE = 8;

  private static final Duration LONGEST = Duration.ofHours(24);

  /** The last attempt is made when the time is over. */
  private static final DoublingPause PAUSE = new DoublingPause(Duration.ofMinutes(1), LONGEST);

  private final PhotoMailRepository mails;
  private final PhotoRepository photos;
  private final Letters letters;
  private final MailRoute route;
  private final XenditConfig config;
  private final Alarm alarm;
  private final Clock clock;

  PhotoMailWork(
      PhotoMailRepository mails,
      PhotoRepository photos,
      Letters letters,
      MailRoute route,
      XenditConfig config,
      Alarm alarm,
      Clock clock) {
    this.mails = mails;
    this.photos = photos;
    this.letters = letters;
    this.route = route;
    this.config = config;
    this.alarm = alarm;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "photo-mails";
  }

  /** Gives how many went out: when none did, further batches would only wait as long again. */
  @Override
  public Uni<Integer> workOff() {
    return mails
        .claim(clock.instant(), lease(), AT_ONCE)
        .flatMap(claimed -> Batches.successes(claimed, this::send));
  }

  /** Until when an e-mail that is claimed now belongs to whoever claims it. */
  Instant lease() {
    return clock.instant().plus(config.reconcileLease());
  }

  /**
   * Tries a claimed e-mail, and gives whether it went out. Its failure is its own: it stays queued
   * and its time comes again.
   */
  Uni<Boolean> send(PhotoMail claimed) {
    return photos
        .find(claimed.externalId())
        .flatMap(gallery -> letters.write(claimed, gallery.orElseThrow()))
        .flatMap(route::send)
        .flatMap(
            taken -> {
              LOG.infof("photo mail sent id=%d reference=%s", claimed.id(), claimed.externalId());
              return mails.sent(claimed, clock.instant());
            })
        .replaceWith(true)
        .onFailure()
        .recoverWithUni(failure -> notSent(claimed, failure).replaceWith(false))
        // the database is gone: the lease brings it back
        .onFailure()
        .recoverWithItem(false);
  }

  private Uni<Void> notSent(PhotoMail claimed, Throwable failure) {
    // what the server said may hold the address
    LOG.warnf(
        "photo mail not sent id=%d reference=%s attempt=%d why=%s",
        claimed.id(), claimed.externalId(), claimed.attempts(), MailRoute.reason(failure));
    Instant now = clock.instant();
    Instant end = claimed.requestedAt().plus(LONGEST);
    if (!now.isBefore(end)) {
      return mails
          .giveUp(claimed, now)
          .invoke(() -> alarm.raised("PHOTO_MAIL_FAILED", claimed.externalId()));
    }
    Instant next = now.plus(PAUSE.after(claimed.attempts() - 1));
    return mails.later(claimed, next.isBefore(end) ? next : end);
  }
}
