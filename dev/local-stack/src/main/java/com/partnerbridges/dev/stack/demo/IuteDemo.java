package com.partnerbridges.dev.stack.demo;

import com.partnerbridges.dev.sandbox.iute.IuteSandboxClient;
import com.partnerbridges.dev.sandbox.iute.Told;
import com.partnerbridges.dev.stack.LocalStack;
import java.util.UUID;

/** A payment that the customer approves, and one that is cancelled. */
final class IuteDemo {
  private final PointOfSale pos;
  private final IuteSandboxClient iute;

  IuteDemo(LocalStack stack) {
    pos = new PointOfSale(stack.services("iute-service").get(0).url());
    iute = new IuteSandboxClient(stack.sandbox().url());
  }

  void play() {
    approved();
    cancelled();
  }

  private void approved() {
    String order = orderId();
    Story.begin("iute-service: the customer approves");
    create(order);
    iute.start(order);
    Story.step("customer", "opens the offer at Iute");
    seen(order, "IN_PROGRESS");
    told("approves", iute.approve(order));
    seen(order, "PAID");
    history(order);
  }

  private void cancelled() {
    String order = orderId();
    Story.begin("iute-service: the customer cancels");
    create(order);
    told("cancels", iute.cancel(order));
    seen(order, "CANCELLED");
    history(order);
  }

  private void create(String order) {
    String status = pos.create(order);
    Story.state("point of sale", "asks for 100.00 EUR, order " + order, status);
    Story.require("PENDING", status);
  }

  /** Where the point of sale sees the change, in a question that is held open for it. */
  private void seen(String order, String status) {
    Story.state("point of sale", "is told", pos.await(order, status));
  }

  private static void told(String what, Told told) {
    Story.told("customer", what + "; Iute's signed webhook", told.deliveries());
  }

  private void history(String order) {
    for (PointOfSale.Change change : pos.payment(order).history()) {
      Story.history(change.at(), change.from(), change.to(), change.cause());
    }
  }

  private static String orderId() {
    return "demo-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
