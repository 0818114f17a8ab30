package com.partnerbridges.iiko;

import com.partnerbridges.shared.edge.SettingRules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What settings of this service must be together. */
@Singleton
public class IikoRules implements SettingRules {

  /** iiko ends a session an hour after its login; a long call must still fit in. */
  private static final Duration LONGEST_SESSION = Duration.ofMinutes(55);

  private static final Duration DAY = Duration.ofDays(1);

  /** Servers are not to be asked for more than a month at once. */
  private static final int MOST_DAYS_AT_ONCE = 31;

  private static final int ONE_YEAR = 366;
  private static final int FIVE_YEARS = 1827;

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    Map<String, String> wrong = new TreeMap<>();
    SettingRules.duration(settings, "iiko.server.token-refresh-interval")
        .filter(interval -> interval.compareTo(LONGEST_SESSION) > 0)
        .ifPresent(
            tooLong ->
                wrong.put(
                    "IIKO_TOKEN_REFRESH_INTERVAL",
                    "must be at most 55m: iiko ends a session an hour after its login"));
    days(settings, "iiko.sync.invoice-piece", MOST_DAYS_AT_ONCE)
        .ifPresent(range -> wrong.put("INVOICE_PIECE", range));
    days(settings, "iiko.sync.invoice-window", ONE_YEAR)
        .ifPresent(range -> wrong.put("INVOICE_WINDOW", range));
    days(settings, "iiko.sync.invoice-history", FIVE_YEARS)
        .ifPresent(range -> wrong.put("INVOICE_HISTORY", range));
    return wrong;
  }

  /** What it must be, when it is not. */
  private static Optional<String> days(
      Function<String, Optional<String>> settings, String property, int most) {
    return SettingRules.duration(settings, property)
        .filter(time -> time.compareTo(DAY) < 0 || time.compareTo(DAY.multipliedBy(most)) > 0)
        .map(wrong -> "must be 1d to " + most + "d");
  }
}
