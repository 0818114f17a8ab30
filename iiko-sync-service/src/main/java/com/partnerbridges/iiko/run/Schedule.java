package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.Entity;
import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.state.DueTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Makes runs of what is due by the clock. */
@ApplicationScoped
class Schedule implements DueTask {

  private static final int AT_ONCE = 100;

  private final ScheduleRepository schedule;
  private final Map<String, Duration> intervals;
  private final boolean enabled;

  Schedule(ScheduleRepository schedule, IikoConfig config) {
    this.schedule = schedule;
    IikoConfig.Interval every = config.sync().interval();
    intervals =
        Map.of(
            Entity.RESTAURANTS.word(), every.restaurants(),
            Entity.STORES.word(), every.stores(),
            Entity.SUPPLIERS.word(), every.suppliers(),
            Entity.INVOICES.word(), every.invoices());
    enabled = config.enabled();
  }

  @Override
  public String name() {
    return "schedule";
  }

  @Override
  public Uni<Integer> workOff() {
    return enabled ? schedule.queueDue(intervals, AT_ONCE) : Uni.createFrom().item(0);
  }
}
