package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.Json;
import java.time.Instant;

/**
 * How a code is paid, and how that is told. {@link #USUAL} is what Xendit does.
 *
 * @param amount instead of the code's
 * @param shape instead of the one that the code's API generation has
 * @param lost paid, and no webhook is sent
 * @param duplicates further deliveries of the same payment
 * @param sameWebhookId all of them with one {@code webhook-id}, else each with its own
 * @param concurrently all of them at once instead of one after the other
 * @param force also when the code has expired or was paid before
 * @param paidAt when the customer paid, instead of now
 * @param status of the payment, instead of {@code SUCCEEDED}
 * @param token instead of the callback token
 * @param withoutToken no callback token at all
 * @param background answer the control call before the deliveries are done
 */
public record PayOptions(
    Long amount,
    WebhookShape shape,
    boolean lost,
    int duplicates,
    boolean sameWebhookId,
    boolean concurrently,
    boolean force,
    Instant paidAt,
    String status,
    String token,
    boolean withoutToken,
    boolean background) {

  public static final PayOptions USUAL =
      new PayOptions(null, null, false, 0, false, false, false, null, null, null, false, false);
  private static final int MOST_DUPLICATES = 1000;

  public PayOptions {
    if (duplicates < 0 || duplicates > MOST_DUPLICATES) {
      throw new IllegalArgumentException("duplicates must be 0 to " + MOST_DUPLICATES);
    }
    if (amount != null && amount < 1) {
      throw new IllegalArgumentException("amount must be 1 or more");
    }
  }

  public PayOptions amount(long rupiah) {
    return with("amount", rupiah);
  }

  public PayOptions shape(WebhookShape newShape) {
    return with("shape", newShape);
  }

  public PayOptions asLost() {
    return with("lost", true);
  }

  public PayOptions duplicates(int copies, boolean withSameWebhookId) {
    return with("duplicates", copies).with("sameWebhookId", withSameWebhookId);
  }

  public PayOptions atOnce() {
    return with("concurrently", true);
  }

  public PayOptions forced() {
    return with("force", true);
  }

  public PayOptions paidAt(Instant time) {
    return with("paidAt", time);
  }

  public PayOptions status(String newStatus) {
    return with("status", newStatus);
  }

  public PayOptions token(String other) {
    return with("token", other);
  }

  public PayOptions noToken() {
    return with("withoutToken", true);
  }

  public PayOptions inBackground() {
    return with("background", true);
  }

  private PayOptions with(String field, Object value) {
    return Json.with(this, field, value);
  }
}
