package com.partnerbridges.utopia;

import com.partnerbridges.shared.edge.SettingRules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What settings of this service must be together. */
@Singleton
public class UtopiaRules implements SettingRules {

  /** A customer takes the most: the look-up by site, a search, and a create with a repetition. */
  private static final int CALLS_OF_A_STEP = 4;

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    Map<String, String> wrong = new TreeMap<>();
    Optional<Duration> lease = SettingRules.duration(settings, "utopia.order.lease");
    Optional<Duration> powercode =
        SettingRules.duration(settings, "utopia.powercode.calls.read-timeout")
            .map(call -> call.multipliedBy(CALLS_OF_A_STEP));
    Optional<Duration> utopia = SettingRules.duration(settings, "utopia.api.calls.read-timeout");
    if (isOverBefore(lease, powercode) || isOverBefore(lease, utopia)) {
      wrong.put(
          "ORDER_LEASE",
          "must be longer than UTOPIA_READ_TIMEOUT, and than four times PC_READ_TIMEOUT");
    }
    return wrong;
  }

  private static boolean isOverBefore(Optional<Duration> whole, Optional<Duration> part) {
    return whole.isPresent() && part.isPresent() && whole.get().compareTo(part.get()) <= 0;
  }
}
