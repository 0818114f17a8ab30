package com.partnerbridges.iute.payment;

import io.vertx.mutiny.sqlclient.Row;
import org.jboss.logging.Logger;

/** A payment after an event, and whether the event moved it or contradicted it. */
public record Moved(Payment payment, PaymentStatus was, boolean moved, boolean contradicted) {

  private static final Logger LOG = Logger.getLogger(Payment.class);

  static Moved of(Row row, PaymentEvent event) {
    Moved result =
        new Moved(
            Payment.of(row),
            PaymentStatus.valueOf(row.getString("was")),
            row.getBoolean("moves"),
            row.getBoolean("contradicts"));
    if (result.moved || result.contradicted) {
      LOG.infof(
          "payment %s order=%s event=%s from=%s to=%s",
          result.moved ? "moved" : "contradicted",
          result.payment.orderId(),
          event,
          result.was,
          result.payment.status());
    }
    return result;
  }
}
