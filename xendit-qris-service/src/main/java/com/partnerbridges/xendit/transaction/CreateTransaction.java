package com.partnerbridges.xendit.transaction;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.partnerbridges.xendit.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a kiosk asks for.
 *
 * @param priceId without it, the amount is the service's own
 * @param email where the gallery shall go
 */
@Schema(
    name = "CreateTransaction",
    examples = "{\"location_id\": 1, \"price_id\": 1, \"email\": \"guest@example.com\"}")
record CreateTransaction(
    @JsonProperty("location_id") @NotNull @Positive Long locationId,
    @JsonProperty("price_id") @Positive Long priceId,
    @Size(max = 254) @Pattern(regexp = Text.EMAIL, message = "must be an e-mail address")
        String email) {

  /** What makes two wishes the same. */
  String content() {
    return locationId + "|" + priceId + "|" + email;
  }

  @Override
  public String toString() {
    return "CreateTransaction[" + locationId + "]";
  }
}
