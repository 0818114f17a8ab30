package com.partnerbridges.dev.sandbox.room;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Function;

/** The control routes that every partner has. */
public final class TrafficControl {
  private final Function<RoutingContext, Observed> observed;

  /**
   * @param observed what a control call is about
   */
  public TrafficControl(Function<RoutingContext, Observed> observed) {
    this.observed = observed;
  }

  /**
   * @param at path before all of them; may be empty
   */
  public void mount(Router router, String at) {
    router.post(at + "/reset").handler(this::reset);
    router.get(at + "/calls").handler(this::calls);
    router.get(at + "/counters").handler(call -> Control.answer(call, traffic(call).counters()));
    router.get(at + "/deliveries").handler(this::deliveries);
    router.get(at + "/faults").handler(call -> Control.answer(call, faults(call).active()));
    router.put(at + "/faults/:operation").handler(this::setFault);
    router.delete(at + "/faults/:operation").handler(this::clearFault);
    router.delete(at + "/faults").handler(this::clearFaults);
  }

  private void reset(RoutingContext call) {
    observed.apply(call).reset();
    Control.done(call);
  }

  private void calls(RoutingContext call) {
    String operation = call.request().getParam("operation");
    Control.answer(
        call,
        traffic(call)
            .calls(
                Control.limit(call),
                recorded -> operation == null || operation.equals(recorded.operation())));
  }

  private void deliveries(RoutingContext call) {
    String reference = call.request().getParam("reference");
    Control.answer(
        call,
        traffic(call)
            .deliveries(
                Control.limit(call),
                delivery -> reference == null || reference.equals(delivery.reference())));
  }

  private void setFault(RoutingContext call) {
    faults(call).set(call.pathParam("operation"), Control.body(call, Fault.class));
    Control.answer(call, faults(call).active());
  }

  private void clearFault(RoutingContext call) {
    faults(call).clear(call.pathParam("operation"));
    Control.answer(call, faults(call).active());
  }

  private void clearFaults(RoutingContext call) {
    faults(call).clear();
    Control.answer(call, faults(call).active());
  }

  private Faults faults(RoutingContext call) {
    return traffic(call).faults();
  }

  private Traffic traffic(RoutingContext call) {
    return observed.apply(call).traffic();
  }
}
