package com.partnerbridges.iiko.run;

import com.partnerbridges.shared.state.DueTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Waits for the workers, for an instance whose CPU sleeps when nobody waits for an answer of it.
 */
@ApplicationScoped
class SyncEnd implements DueTask {

  private final Workers workers;

  SyncEnd(Workers workers) {
    this.workers = workers;
  }

  @Override
  public String name() {
    return "sync";
  }

  @Override
  public Uni<Integer> workOff() {
    return workers.wake().flatMap(woken -> workers.idle());
  }
}
