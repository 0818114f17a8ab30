package com.partnerbridges.dev.sandbox.room;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The control routes that every partner has. */
public final class TrafficControl {
  private final Room room;

  public TrafficControl(Room room) {
    this.room = room;
  }

  public void mount(Router router) {
    router.post("/reset").handler(this::reset);
    router.get("/calls").handler(this::calls);
    router.get("/counters").handler(call -> Control.answer(call, room.traffic().counters()));
    router.get("/deliveries").handler(this::deliveries);
    router.get("/faults").handler(call -> Control.answer(call, faults().active()));
    router.put("/faults/:operation").handler(this::setFault);
    router.delete("/faults/:operation").handler(this::clearFault);
    router.delete("/faults").handler(this::clearFaults);
  }

  private void reset(RoutingContext call) {
    room.reset();
    Control.done(call);
  }

  private void calls(RoutingContext call) {
    String operation = call.request().getParam("operation");
    Control.answer(
        call,
        room.traffic()
            .calls(
                Control.limit(call),
                recorded -> operation == null || operation.equals(recorded.operation())));
  }

  private void deliveries(RoutingContext call) {
    String reference = call.request().getParam("reference");
    Control.answer(
        call,
        room.traffic()
            .deliveries(
                Control.limit(call),
                delivery -> reference == null || reference.equals(delivery.reference())));
  }

  private void setFault(RoutingContext call) {
    faults().set(call.pathParam("operation"), Control.body(call, Fault.class));
    Control.answer(call, faults().active());
  }

  private void clearFault(RoutingContext call) {
    faults().clear(call.pathParam("operation"));
    Control.answer(call, faults().active());
  }

  private void clearFaults(RoutingContext call) {
    faults().clear();
    Control.answer(call, faults().active());
  }

  private Faults faults() {
    return room.traffic().faults();
  }
}
