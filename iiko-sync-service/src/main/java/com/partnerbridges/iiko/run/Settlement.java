package com.partnerbridges.iiko.run;

import java.time.Instant;

/**
 * What became of a run.
 *
 * @param code of the error; null when there is none
 * @param error a sentence for the account's people
 * @param notBefore when it is tried again; null when it is not
 * @param isPassing whether the server has trouble that may pass, so that it is left alone until
 *     then
 * @param isHandOver whether it was no try, but the end of an instance
 */
record Settlement(
    RunEvent event,
    String code,
    String error,
    Instant notBefore,
    boolean isPassing,
    boolean isHandOver) {

  static Settlement ended(RunEvent event) {
    return new Settlement(event, null, null, null, false, false);
  }

  static Settlement failed(String code, String error, boolean isPassing, Instant serverNotBefore) {
    return new Settlement(RunEvent.GIVEN_UP, code, error, serverNotBefore, isPassing, false);
  }

  static Settlement putOff(String code, String error, Instant notBefore) {
    return new Settlement(RunEvent.PUT_OFF, code, error, notBefore, true, false);
  }

  /** This instance ends; the next one goes on at once. */
  static Settlement handedOver(Instant now) {
    return new Settlement(RunEvent.PUT_OFF, null, null, now, false, true);
  }
}
