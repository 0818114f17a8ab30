package com.partnerbridges.dev.stack.demo;

import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.stack.LocalStack;

/** A guest pays with a banking app. */
final class XenditDemo {
  private final Kiosk kiosk;
  private final XenditSandboxClient xendit;

  XenditDemo(LocalStack stack) {
    kiosk = new Kiosk(stack.services("xendit-qris-service").get(0).url());
    xendit = new XenditSandboxClient(stack.sandbox().url());
  }

  void play() {
    Story.begin("xendit-qris-service: a guest pays");
    long location = kiosk.location("Demo-mall");
    Kiosk.Code code = kiosk.create(location, "guest@example.com");
    Story.state("kiosk", "asks for Rp " + code.amount(), code.status());
    Story.step("kiosk", "shows " + code.picture());
    Story.state("kiosk", "asks again", kiosk.await(code.transaction(), "PENDING"));
    Story.told("guest", "pays; Xendit's webhook", xendit.pay(code.transaction()).deliveries());
    Story.state("kiosk", "is told", kiosk.await(code.transaction(), "COMPLETED"));
  }
}
