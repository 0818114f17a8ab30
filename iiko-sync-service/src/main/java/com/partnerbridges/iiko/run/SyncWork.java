package com.partnerbridges.iiko.run;

import com.partnerbridges.shared.state.DueTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Wakes the workers each time, however long those take that are at work. Gives 0. */
@ApplicationScoped
class SyncWork implements DueTask {

  private final Workers workers;

  SyncWork(Workers workers) {
    this.workers = workers;
  }

  @Override
  public String name() {
    return "sync-wake";
  }

  @Override
  public Uni<Integer> workOff() {
    return workers.wake().replaceWith(0);
  }
}
