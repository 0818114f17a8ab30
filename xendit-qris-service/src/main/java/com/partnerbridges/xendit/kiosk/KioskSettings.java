package com.partnerbridges.xendit.kiosk;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.xendit.XenditConfig;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the page must know before it can ask for anything. */
@Schema(name = "KioskSettings")
record KioskSettings(
    @JsonProperty("test_token")
        @Schema(description = "A sandbox user's; null where real money is paid.")
        String testToken,
    @JsonProperty("can_pay") @Schema(description = "Whether the page offers to pay, in test mode.")
        boolean canPay,
    @Schema(description = "Whether the answers to polling are encrypted.") boolean encrypted,
    @JsonProperty("standard_amount") @Schema(description = "Whole rupiah, when no price is named.")
        long standardAmount,
    @JsonProperty("wait_seconds")
        @Schema(description = "How long a question for the status may be held.")
        long waitSeconds) {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

  static KioskSettings of(XenditConfig config) {
    Duration wait = config.maxWait();
    return new KioskSettings(
        config.kioskTestToken().map(Secret::value).orElse(null),
        config.kioskTestToken().isPresent(),
        config.encryption().enabled(),
        config.photoboxAmount(),
        (wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT).toSeconds());
  }

  @Override
  public String toString() {
    return "KioskSettings[canPay=" + canPay + "]";
  }
}
