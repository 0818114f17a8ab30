package com.partnerbridges.shared.database;

import com.partnerbridges.shared.edge.SettingRules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How long a statement may take: the pool closes a connection that is silent for longer. */
@Singleton
public class DatabaseRules implements SettingRules {

  private static final Duration LEAST = Duration.ofMillis(1);
  private static final Duration TOO_LONG = Duration.ofSeconds(DatabasePool.SILENCE_SECONDS);

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    return SettingRules.duration(settings, Database.TIMEOUT)
        .filter(limit -> limit.compareTo(LEAST) < 0 || limit.compareTo(TOO_LONG) >= 0)
        .map(
            limit ->
                Map.of(
                    "DB_TIMEOUT",
                    "must be at least 1ms and shorter than " + TOO_LONG.toSeconds() + "s"))
        .orElse(Map.of());
  }
}
