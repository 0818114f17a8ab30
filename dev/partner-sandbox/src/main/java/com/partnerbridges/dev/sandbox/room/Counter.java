package com.partnerbridges.dev.sandbox.room;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often an operation was called since the last reset.
 *
 * @param calls all of them
 * @param dropped those that got no answer
 * @param statuses number of answers by HTTP status
 */
public record Counter(long calls, long dropped, Map<Integer, Long> statuses) {
  static final Counter ZERO = new Counter(0, 0, Map.of());

  Counter plus(Integer status) {
    if (status == null) {
      return new Counter(calls + 1, dropped + 1, statuses);
    }
    Map<Integer, Long> more = new TreeMap<>(statuses);
    more.merge(status, 1L, Long::sum);
    return new Counter(calls + 1, dropped, more);
  }
}
