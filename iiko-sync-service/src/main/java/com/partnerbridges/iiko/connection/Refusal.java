package com.partnerbridges.iiko.connection;

import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.shared.edge.Problem;
import java.time.Duration;

/** What is answered when an account's server, or its lease, says no. */
final class Refusal {

  private Refusal() {}

  /** The trouble's kind is the code; its sentence is for people already. */
  static Problem of(IikoTrouble trouble) {
    Problem problem = Problem.of(422, trouble.kind().name(), trouble.getMessage());
    return trouble
        .retryAfter()
        .map(pause -> problem.withHeader("Retry-After", Long.toString(pause.toSeconds())))
        .orElse(problem);
  }

  static Problem busy() {
    return Problem.of(
            503,
            "ACCOUNT_BUSY",
            "The account's one session at its server is in use; please try again.")
        .withHeader("Retry-After", "5");
  }

  /** The server has been asked as often as it may be. */
  static Problem busyFor(Duration pause) {
    return Problem.of(
            503,
            "ACCOUNT_BUSY",
            "The account's server was asked very often in the last minute; please try again.")
        .withHeader("Retry-After", Long.toString(pause.plusMillis(999).toSeconds()));
  }

  static Problem syncing() {
    return Problem.of(
        409,
        "SYNC_RUNNING",
        "A sync with the present credentials is running: cancel it, or wait for its end.");
  }
}
