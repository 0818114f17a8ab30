package com.partnerbridges.dev.sandbox.room;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What came to a partner and what it sent out, and the faults that are set for it. */
public final class Traffic {
  /** Counts calls that the partner does not offer. */
  public static final String OTHER = "other";

  private static final int KEPT = 1000;

  private final String partner;
  private final Faults faults;
  private final Ring<RecordedCall> calls;
  private final Ring<Delivery> deliveries = new Ring<>(KEPT);
  private final Map<String, Counter> counters = new TreeMap<>();
  private long lastId;

  public Traffic(String partner, List<String> operations) {
    this(partner, operations, KEPT);
  }

  /**
   * @param keptCalls number of calls that are kept, for partners with many servers
   */
  public Traffic(String partner, List<String> operations, int keptCalls) {
    Set<String> known = new LinkedHashSet<>(operations);
    known.add(OTHER);
    this.partner = partner;
    this.calls = new Ring<>(keptCalls);
    this.faults = new Faults(known);
    known.forEach(operation -> counters.put(operation, Counter.ZERO));
  }

  String partner() {
    return partner;
  }

  Faults faults() {
    return faults;
  }

  long nextId() {
    return ++lastId;
  }

  void record(RecordedCall call) {
    calls.add(call);
    counters.merge(
        call.operation(), Counter.ZERO.plus(call.status()), (was, one) -> was.plus(call.status()));
  }

  void record(Delivery delivery) {
    deliveries.add(delivery);
  }

  List<RecordedCall> calls(int limit, Predicate<RecordedCall> wanted) {
    return calls.newest(limit, wanted);
  }

  List<Delivery> deliveries(int limit, Predicate<Delivery> wanted) {
    return deliveries.newest(limit, wanted);
  }

  Map<String, Counter> counters() {
    return counters;
  }

  /** Ids go on, so that nobody takes a new call for an old one. */
  public void reset() {
    faults.clear();
    calls.clear();
    deliveries.clear();
    counters.replaceAll((operation, counter) -> Counter.ZERO);
  }
}
