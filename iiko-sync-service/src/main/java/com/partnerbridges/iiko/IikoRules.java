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
    return wrong;
  }
}
