package com.partnerbridges.dev.system;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A question for a status that was held open until a webhook came.
 *
 * @param afterWebhook how long after the webhook was answered
 */
record HeldQuestion(String status, Duration afterWebhook) {

  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  /**
   * @param asked the instance that holds the question
   * @param told the instance that the webhook comes to
   */
  static HeldQuestion of(String reference, URI asked, URI told) {
    Kiosk kiosk = new Kiosk(asked);
    CompletableFuture<Http.Answer> held = kiosk.ask(reference, 25);
    // the question before this one has arrived
    kiosk.ask(reference, 0).join();
    Http.send(PaidWebhook.of(reference).to(told)).join();
    long since = System.nanoTime();
    String status = Kiosk.statusOf(held.join());
    return new HeldQuestion(status, Duration.ofNanos(System.nanoTime() - since));
  }

  boolean isPaidAtOnce() {
    return status.equals("COMPLETED") && afterWebhook.compareTo(AT_ONCE) < 0;
  }
}
