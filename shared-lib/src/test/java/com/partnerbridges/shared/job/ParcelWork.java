package com.partnerbridges.shared.job;

import com.partnerbridges.shared.state.DueTask;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** Due work as a service has it. */
@ApplicationScoped
class ParcelWork implements DueTask {

  private final AtomicInteger due = new AtomicInteger();

  void arrive(int parcels) {
    due.set(parcels);
  }

  int due() {
    return due.get();
  }

  @Override
  public String name() {
    return "parcels";
  }

  @Override
  public Uni<Integer> workOff() {
    return Uni.createFrom().item(() -> due.getAndSet(0));
  }
}
