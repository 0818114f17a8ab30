package com.partnerbridges.iute.payment;

import java.time.Instant;

/** What is written with a move; null keeps or clears nothing but itself. */
public record Facts(
    String cause, String iuteResponse, String code, String reason, Instant nextCheckAt) {

  public static Facts because(String cause) {
    return new Facts(cause, null, null, null, null);
  }

  public Facts answered(String iuteResponse) {
    return new Facts(cause, iuteResponse, code, reason, nextCheckAt);
  }

  public Facts refused(String code, String reason) {
    return new Facts(cause, iuteResponse, code, reason, nextCheckAt);
  }

  public Facts askAgainAt(Instant nextCheckAt) {
    return new Facts(cause, iuteResponse, code, reason, nextCheckAt);
  }
}
