package com.partnerbridges.dev.sandbox.room;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The faults that are set for a partner, for one operation or for all of them. */
public final class Faults {
  /** In place of an operation: every operation that has no fault of its own. */
  public static final String ALL = "all";

  private final Set<String> operations;
  private final Map<String, Fault> set = new LinkedHashMap<>();

  Faults(Set<String> operations) {
    this.operations = operations;
  }

  /**
   * @throws IllegalArgumentException when the partner has no such operation
   */
  void set(String operation, Fault fault) {
    if (!ALL.equals(operation) && !operations.contains(operation)) {
      throw new IllegalArgumentException("Operations are all, " + String.join(", ", operations));
    }
    set.put(operation, fault);
  }

  void clear(String operation) {
    set.remove(operation);
  }

  void clear() {
    set.clear();
  }

  Map<String, Fault> active() {
    return Map.copyOf(set);
  }

  /** The fault for a call that happens now; counts down the ones that last for some calls only. */
  Fault take(String operation) {
    String key = set.containsKey(operation) ? operation : ALL;
    Fault fault = set.getOrDefault(key, Fault.NOTHING);
    if (fault.times() == 1) {
      set.remove(key);
    } else if (fault.times() > 1) {
      set.put(key, fault.times(fault.times() - 1));
    }
    return fault;
  }
}
