package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.gateway.Trouble;
import com.partnerbridges.utopia.plan.Plan;
import java.time.Duration;
import java.util.List;

/** What doing a step came to. */
sealed interface StepOutcome {

  /** The look-up knows the order, and every item has its plan. */
  record Known(Contract contract, List<Plan> services) implements StepOutcome {}

  /** UTOPIA has no such order for us. */
  record NotOurs(String why) implements StepOutcome {}

  /** Done, with what it came to. */
  record Done(String result) implements StepOutcome {}

  /** One part of it is done; it goes on at once. */
  record Partly(String result) implements StepOutcome {}

  /**
   * To be tried again.
   *
   * @param countsAsTry false when nobody was asked
   * @param unclear whether PowerCode may have done it all the same
   * @param notBefore when the partner asks to be called again; null when it does not say
   */
  record Again(String why, boolean countsAsTry, boolean unclear, Duration notBefore)
      implements StepOutcome {}

  /**
   * Not without a person.
   *
   * @param unclear whether PowerCode may have done it
   */
  record Attention(String why, boolean unclear) implements StepOutcome {}

  /** Another instance, or a person, has the order now. */
  record NoLongerOurs() implements StepOutcome {}

  /** A failure of what can be repeated, or be checked before it is. */
  static StepOutcome again(Trouble trouble, boolean unclear) {
    return new Again(
        trouble.why(), trouble.kind() != Trouble.Kind.BREAKER_OPEN, unclear, trouble.retryAfter());
  }

  /** A failure of a step that nobody can check: never repeated when it may have been done. */
  static StepOutcome unlessUnclear(Trouble trouble) {
    return trouble.kind() == Trouble.Kind.UNCLEAR
        ? new Attention(UNCLEAR.formatted(trouble.why()), true)
        : again(trouble, false);
  }

  /** For people. */
  String UNCLEAR =
      "It is not known whether PowerCode did this (%s). Look there before it is done again.";

  static Attention refused(String action, int code, String message) {
    return new Attention(
        "PowerCode refused %s with status code %d: %s".formatted(action, code, message), false);
  }
}
