package com.partnerbridges.iute;

import com.partnerbridges.dev.sandbox.iute.WebhookOptions;
import java.math.BigDecimal;
import java.time.Duration;

/** The ways in which the sandbox sends a webhook. */
public final class Deliver {

  private Deliver() {}

  public static WebhookOptions withLoanAmount(String amount) {
    return options(new BigDecimal(amount), false, false, 0, false, false, Duration.ZERO, false);
  }

  public static WebhookOptions withoutLoanAmount() {
    return options(null, true, false, 0, false, false, Duration.ZERO, false);
  }

  /** The order changes at Iute and nobody is told. */
  public static WebhookOptions notAtAll() {
    return options(null, false, true, 0, false, false, Duration.ZERO, false);
  }

  public static WebhookOptions times(int deliveries) {
    return options(null, false, false, deliveries - 1, true, false, Duration.ZERO, false);
  }

  public static WebhookOptions withOddWhiteSpace() {
    return options(null, false, false, 0, false, true, Duration.ZERO, false);
  }

  public static WebhookOptions signedLater(Duration by) {
    return options(null, false, false, 0, false, false, by, false);
  }

  public static WebhookOptions withAWrongKey() {
    return options(null, false, false, 0, false, false, Duration.ZERO, true);
  }

  private static WebhookOptions options(
      BigDecimal loanAmount,
      boolean withoutLoanAmount,
      boolean lost,
      int duplicates,
      boolean concurrently,
      boolean whitespace,
      Duration signedLater,
      boolean wrongKey) {
    return new WebhookOptions(
        loanAmount,
        withoutLoanAmount,
        null,
        lost,
        duplicates,
        concurrently,
        whitespace,
        signedLater.toMillis(),
        wrongKey,
        false,
        false);
  }
}
