package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.Json;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How a webhook is sent, and with what in it. {@link #FAITHFUL} is what Iute does; the methods of
 * the same names as the fields give a variant of it.
 *
 * @param loanAmount instead of the order's amount
 * @param withoutLoanAmount send {@code null} as the amount of a confirmation
 * @param description instead of the usual one
 * @param lost the order changes, and no webhook is sent
 * @param duplicates further deliveries of the same bytes
 * @param concurrently all of them at once instead of one after the other
 * @param whitespace white space between the JSON tokens that no serialiser would write
 * @param timestampOffsetMillis signed as of so much later; negative for a stale timestamp
 * @param wrongKey sign with a key that was never published
 * @param unsigned no signature headers at all
 * @param background answer the control call before the deliveries are done
 */
public record WebhookOptions(
    BigDecimal loanAmount,
    boolean withoutLoanAmount,
    String description,
    boolean lost,
    int duplicates,
    boolean concurrently,
    boolean whitespace,
    long timestampOffsetMillis,
    boolean wrongKey,
    boolean unsigned,
    boolean background) {

  public static final WebhookOptions FAITHFUL =
      new WebhookOptions(null, false, null, false, 0, false, false, 0, false, false, false);
  private static final int MOST_DUPLICATES = 1000;

  public WebhookOptions {
    if (duplicates < 0 || duplicates > MOST_DUPLICATES) {
      throw new IllegalArgumentException("duplicates must be 0 to " + MOST_DUPLICATES);
    }
  }

  public WebhookOptions loanAmount(String amount) {
    return with("loanAmount", new BigDecimal(amount));
  }

  public WebhookOptions noLoanAmount() {
    return with("withoutLoanAmount", true);
  }

  public WebhookOptions description(String text) {
    return with("description", text);
  }

  public WebhookOptions asLost() {
    return with("lost", true);
  }

  public WebhookOptions duplicates(int copies) {
    return with("duplicates", copies);
  }

  public WebhookOptions atOnce() {
    return with("concurrently", true);
  }

  public WebhookOptions oddWhitespace() {
    return with("whitespace", true);
  }

  public WebhookOptions timestampOffset(Duration offset) {
    return with("timestampOffsetMillis", offset.toMillis());
  }

  public WebhookOptions signedWithWrongKey() {
    return with("wrongKey", true);
  }

  public WebhookOptions withoutSignature() {
    return with("unsigned", true);
  }

  public WebhookOptions inBackground() {
    return with("background", true);
  }

  private WebhookOptions with(String field, Object value) {
    return Json.with(this, field, value);
  }
}
