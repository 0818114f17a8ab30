package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.run.SettleRepository.Settled;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What happens to runs, for the log and the metrics. */
@ApplicationScoped
class RunLog {

  private static final Logger LOG = Logger.getLogger("sync");

  private final MeterRegistry metrics;
  private final int alertAfter;

  RunLog(MeterRegistry metrics, IikoConfig config) {
    this.metrics = metrics;
    alertAfter = config.alertAfter();
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
    metrics.counter("iiko.runs", "entity", run.entityType(), "outcome", state.name()).increment();
    metrics.timer("iiko.run.seconds", "entity", run.entityType()).record(took);
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
