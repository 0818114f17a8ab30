package com.partnerbridges.dev.sandbox.powercode;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What control decides about PowerCode's answers, and what was really done. */
final class Desk {
  private final Map<String, Refusal> refusals = new HashMap<>();
  private final Map<String, Long> done = new TreeMap<>();
  private PowercodeSettings settings = PowercodeSettings.USUAL;

  Desk() {
    reset();
  }

  PowercodeSettings settings() {
    return settings;
  }

  void change(PowercodeSettings change) {
    settings = settings.changedBy(change);
  }

  void refuse(String action, Refusal refusal) {
    if (!done.containsKey(action)) {
      throw new IllegalArgumentException("Actions are " + String.join(", ", done.keySet()));
    }
    refusals.put(action, refusal);
  }

  /**
   * @throws PowercodeRefusal when this call is to be refused
   */
  void admit(String action) {
    Refusal refusal = refusals.get(action);
    if (refusal == null) {
      return;
    }
    if (refusal.times() == 1) {
      refusals.remove(action);
    } else if (refusal.times() > 1) {
      refusals.put(
          action, new Refusal(refusal.statusCode(), refusal.message(), refusal.times() - 1));
    }
    throw new PowercodeRefusal(refusal.statusCode(), refusal.message());
  }

  void done(String action) {
    done.merge(action, 1L, Long::sum);
  }

  Map<String, Long> done() {
    return done;
  }

  void reset() {
    refusals.clear();
    settings = PowercodeSettings.USUAL;
    PowercodeApi.OPERATIONS.forEach(action -> done.put(action, 0L));
  }
}
