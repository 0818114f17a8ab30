package com.partnerbridges.iute.payment;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Answer of the create call, in the form that points of sale know. */
public record CreatedView(
    String status,
    String message,
    String orderId,
    @JsonProperty("payment_status") PaymentStatus paymentStatus,
    @JsonProperty("iute_response")
        @JsonRawValue
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT)
        String iuteResponse) {

  static CreatedView of(Payment payment) {
    return new CreatedView(
        "success",
        "The payment is " + payment.status() + ".",
        payment.orderId(),
        payment.status(),
        payment.iuteResponse());
  }
}
