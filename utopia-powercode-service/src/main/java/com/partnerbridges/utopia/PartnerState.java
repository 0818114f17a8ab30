package com.partnerbridges.utopia;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which partner answers, as this instance has seen it. */
@ApplicationScoped
public class PartnerState {

  public static final String UTOPIA = "utopia";
  public static final String POWERCODE = "powercode";
  public static final String SMTP = "smtp";

  private static final Seen NOTHING = new Seen(null, null, null);

  private final Map<String, Seen> partners = new ConcurrentHashMap<>();
  private final Clock clock;

  PartnerState(Clock clock) {
    this.clock = clock;
    partners.putAll(Map.of(UTOPIA, NOTHING, POWERCODE, NOTHING, SMTP, NOTHING));
  }

  /**
   * What is known of a partner.
   *
   * @param lastAnswer null when there was none since the start
   * @param awaySince null when the last call was answered, or there was none
   * @param why for people; nothing personal
   */
  private record Seen(Instant lastAnswer, Instant awaySince, String why) {

    String inWords() {
      if (awaySince != null) {
        return "away since " + awaySince + ": " + why;
      }
      return lastAnswer == null ? "not asked yet" : "answered " + lastAnswer;
    }
  }

  /** It answered, whatever it said. */
  public void answered(String partner) {
    partners.put(partner, new Seen(clock.instant(), null, null));
  }

  /**
   * It gave no usable answer.
   *
   * @param why for people; nothing personal
   */
  public void away(String partner, String why) {
    Instant now = clock.instant();
    partners.compute(
        partner,
        (name, before) ->
            new Seen(
                before.lastAnswer(), before.awaySince() == null ? now : before.awaySince(), why));
  }

  /** A line for each, by name. */
  public Map<String, String> inWords() {
    Map<String, String> lines = new TreeMap<>();
    partners.forEach((name, seen) -> lines.put(name, seen.inWords()));
    return lines;
  }
}
