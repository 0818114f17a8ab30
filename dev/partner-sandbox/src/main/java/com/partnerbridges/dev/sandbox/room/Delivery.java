package com.partnerbridges.dev.sandbox.room;

import java.time.Instant;

/**
 * One attempt of a partner to deliver a webhook.
 *
 * @param reference the partner's name for what it is about
 * @param kind the partner's word for the event
 * @param attempt 1, and more with retries
 * @param status null when there was no answer
 * @param error why there was no answer, else null
 * @param answer what the receiver answered, cut at 16 KiB
 */
public record Delivery(
    long id,
    Instant time,
    String reference,
    String kind,
    String url,
    int attempt,
    String body,
    Integer status,
    String error,
    String answer,
    long millis) {

  public boolean accepted() {
    return status != null && status >= 200 && status <= 299;
  }
}
