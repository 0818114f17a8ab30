package com.partnerbridges.shared.metric;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what moves from one state to another, and by whose word: {@code state.transitions}. */
@ApplicationScoped
public class Moves {

  private final MeterRegistry metrics;

  Moves(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** It is told from the beginning on: a rate needs the nought before the one. */
  public void expect(String aggregate, String from, String to, String cause) {
    counter(aggregate, from, to, cause);
  }

  /**
   * @param aggregate what moved, in one word
   * @param from a status, null for what has just begun
   * @param cause one of few words
   */
  public void count(String aggregate, String from, String to, String cause) {
    counter(aggregate, from == null ? "NONE" : from, to, cause).increment();
  }

  private Counter counter(String aggregate, String from, String to, String cause) {
    return metrics.counter(
        "state.transitions", "aggregate", aggregate, "from", from, "to", to, "cause", cause);
  }
}
