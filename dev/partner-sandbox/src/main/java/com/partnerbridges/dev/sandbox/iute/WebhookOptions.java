package com.partnerbridges.dev.sandbox.iute;

import java.math.BigDecimal;

/**
 * How a webhook is sent, and with what in it. {@link #FAITHFUL} is what Iute does.
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
}
