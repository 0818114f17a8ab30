package com.partnerbridges.iute.payment;

/**
 * What is written with a move.
 *
 * @param cause for the history and the metrics: one of few words
 * @param iuteResponse kept as the last one, unless null
 * @param code why it was refused, null if it was not
 * @param reason Iute's words for that
 */
public record Facts(String cause, String iuteResponse, String code, String reason) {

  public static Facts because(String cause) {
    return new Facts(cause, null, null, null);
  }

  public Facts answered(String iuteResponse) {
    return new Facts(cause, iuteResponse, code, reason);
  }

  public Facts refused(String code, String reason) {
    return new Facts(cause, iuteResponse, code, reason);
  }
}
