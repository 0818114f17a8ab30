package com.partnerbridges.xendit.refund;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.partnerbridges.xendit.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What shall be refunded.
 *
 * @param amount whole rupiah; all of the payment when missing
 * @param paymentId only needed when the transaction was paid more than once
 */
@Schema(name = "RefundWish", examples = "{\"reason\": \"Paid after the code had expired.\"}")
record RefundWish(
    @NotBlank @Size(max = 255) @Pattern(regexp = Text.LINE) String reason,
    @Positive Long amount,
    @JsonProperty("payment_id") @Pattern(regexp = "[A-Za-z0-9._:-]{1,100}") String paymentId) {}
