package com.partnerbridges.utopia.gateway;

import com.partnerbridges.shared.partner.PartnerUnavailable;
import com.partnerbridges.utopia.PartnerState;
import com.partnerbridges.utopia.gateway.Outcome.Failed;
import java.util.Locale;

/** Makes outcomes of what is no plain answer. */
final class Outcomes {

  private Outcomes() {}

  static <T> Outcome<T> unclear(String why) {
    return new Failed<>(new Trouble(Trouble.Kind.UNCLEAR, why, null));
  }

  /**
   * @param tlsHint what a person does about a failed TLS handshake
   */
  static <T> Outcome<T> failed(PartnerUnavailable failure, String tlsHint) {
    Trouble.Kind kind =
        failure.isBreakerOpen()
            ? Trouble.Kind.BREAKER_OPEN
            : failure.isWithoutEffect() ? Trouble.Kind.NOTHING_HAPPENED : Trouble.Kind.UNCLEAR;
    String why = failure.getMessage();
    String shown = why.startsWith("SSLHandshake") ? why + ": " + tlsHint : why;
    return new Failed<>(new Trouble(kind, shown, failure.retryAfter().orElse(null)));
  }

  /** What it says about the partner: a breaker that is open says nothing. */
  static void tell(PartnerState partners, String partner, Outcome<?> outcome) {
    if (!(outcome instanceof Failed<?> failed)) {
      partners.answered(partner);
    } else if (failed.trouble().kind() != Trouble.Kind.BREAKER_OPEN) {
      partners.away(partner, failed.trouble().why());
    }
  }

  /** The outcome in one word, or two: for the audit log. */
  static String word(Outcome<?> outcome) {
    if (outcome instanceof Outcome.Refused<?> refused) {
      return "refused:" + refused.code();
    }
    if (outcome instanceof Failed<?> failed) {
      return failed.trouble().kind().name().toLowerCase(Locale.ROOT);
    }
    return "done";
  }
}
