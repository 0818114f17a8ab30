package com.partnerbridges.iute.webhook;

import com.partnerbridges.iute.payment.PaymentEvent;

/** What a webhook says. Its body has no status: the address that was called is the meaning. */
enum DeliveryKind {
  CONFIRMATION(PaymentEvent.CONFIRMED, PaymentEvent.OTHER_AMOUNT),
  CANCELLATION(PaymentEvent.CANCELLED, PaymentEvent.CANCELLED);

  private final PaymentEvent agreeing;
  private final PaymentEvent otherwise;

  DeliveryKind(PaymentEvent agreeing, PaymentEvent otherwise) {
    this.agreeing = agreeing;
    this.otherwise = otherwise;
  }

  /** The statuses that either event moves: the amount decides where to, not from where. */
  String[] movesFrom() {
    return agreeing.movesFrom();
  }

  /** The event when {@code loanAmount} is the payment's amount. */
  PaymentEvent whenAmountAgrees() {
    return agreeing;
  }

  /** The event when it is another, or missing. */
  PaymentEvent otherwise() {
    return otherwise;
  }
}
