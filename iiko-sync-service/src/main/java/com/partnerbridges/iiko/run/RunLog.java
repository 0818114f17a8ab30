package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.Entity;
import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.run.SettleRepository.Settled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What happens to runs, for the log and the metrics. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
class RunLog {

  private static final Logger LOG = Logger.getLogger("sync");

  private final MeterRegistry metrics;
  private final int alertAfter;

  RunLog(MeterRegistry metrics, IikoConfig config) {
    this.metrics = metrics;
    alertAfter = config.alertAfter();
    metrics.counter("iiko.accounts.failing");
    Stream.concat(Stream.of(Entity.values()).map(Entity::word), Stream.of("all"))
        .forEach(this::expect);
  }

  /** They are told from the beginning on: a rate needs the nought before the one. */
  private void expect(String entity) {
    time(entity);
    Stream.of(RunState.values()).filter(it -> !it.isOpen()).forEach(it -> ended(entity, it));
  }

  private Counter ended(String entity, RunState state) {
    return metrics.counter("iiko.runs", "entity", entity, "outcome", state.name());
  }

  private Timer time(String entity) {
    return metrics.timer("iiko.run.seconds", "entity", entity);
  }

  /**
   * @param settled empty when the run was no longer ours
   */
  void settled(Run run, Settlement settlement, Duration took, Optional<Settled> settled) {
    if (settled.isEmpty()) {
      left(run, "lost");
      return;
    }
    RunState state = settled.get().state();
    LOG.infof(
        "run=%d entity=%s state=%s attempt=%d error=%s",
        run.id(), run.entityType(), state, run.attempt(), settlement.code());
    ended(run.entityType(), state).increment();
    time(run.entityType()).record(took);
    if (state == RunState.FAILED && settled.get().failedRuns() == alertAfter) {
      LOG.warnf("account fails runs_in_a_row=%d error=%s", alertAfter, settlement.code());
      metrics.counter("iiko.accounts.failing").increment();
    }
  }

  void left(Run run, String why) {
    LOG.infof("run=%d entity=%s left why=%s", run.id(), run.entityType(), why);
  }

  void broke(Run run, RuntimeException fault) {
    LOG.errorf(fault, "run=%d entity=%s broke", run.id(), run.entityType());
  }

  void away(String what, RuntimeException failure) {
    LOG.warnf("%s why=%s", what, failure.getMessage());
  }
}
