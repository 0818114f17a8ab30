package com.partnerbridges.shared.job;

import com.partnerbridges.shared.state.DueTasks;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Wakes due work on instances whose CPU does not sleep. */
@Singleton
class DueTimer {

  private final DueTasks tasks;

  DueTimer(DueTasks tasks) {
    this.tasks = tasks;
  }

  @Scheduled(every = "${partner-bridges.due-work-interval}")
  Uni<Void> tick() {
    return tasks.tick();
  }
}
