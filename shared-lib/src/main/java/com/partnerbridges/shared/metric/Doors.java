package com.partnerbridges.shared.metric;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * What comes to partners' doors: {@code webhooks}, with the outcome of what was stored, and {@code
 * webhooks.refused}, with the reason of what was not.
 */
@ApplicationScoped
public class Doors {

  /** It was genuine, and could not be kept: it is lost unless the partner delivers it again. */
  public static final String NOT_STORED = "NOT_STORED";

  private static final String TAKEN = "webhooks";
  private static final String REFUSED = "webhooks.refused";

  private final MeterRegistry metrics;

  Doors(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** They are told from the beginning on: a rate needs the nought before the one. */
  public void open(String kind, List<String> outcomes, List<String> reasons) {
    outcomes.forEach(it -> metrics.counter(TAKEN, "kind", kind, "outcome", it));
    reasons.forEach(it -> metrics.counter(REFUSED, "kind", kind, "reason", it));
  }

  public void taken(String kind, String outcome) {
    metrics.counter(TAKEN, "kind", kind, "outcome", outcome).increment();
  }

  public void refused(String kind, String reason) {
    metrics.counter(REFUSED, "kind", kind, "reason", reason).increment();
  }
}
