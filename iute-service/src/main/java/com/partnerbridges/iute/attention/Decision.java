package com.partnerbridges.iute.attention;

import com.partnerbridges.iute.payment.PaymentEvent;
import java.util.Optional;

/** What a person made of an item. */
public enum Decision {
  /** The payment on hold is paid. */
  PAID(PaymentEvent.DECIDED_PAID),
  /** The payment on hold is cancelled. */
  CANCELLED(PaymentEvent.DECIDED_CANCELLED),
  /** Looked at; the payment stays as it is. */
  DISMISSED(null);

  private final PaymentEvent event;

  Decision(PaymentEvent event) {
    this.event = event;
  }

  /** What it does to the payment, if anything. */
  Optional<PaymentEvent> event() {
    return Optional.ofNullable(event);
  }
}
