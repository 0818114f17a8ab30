package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.Receiver;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A sandbox, both ways into it, a webhook receiver, and an order id of the test's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IuteRig {
  static final String CUSTOMER = "+355691234567";

  PartnerSandbox sandbox;
  IuteWire iute;
  IuteSandboxClient control;
  Receiver receiver;
  String orderId;

  @BeforeAll
  void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
    iute = new IuteWire(sandbox.url());
    control = new IuteSandboxClient(sandbox.url());
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void prepare() throws Exception {
    control.reset();
    receiver = new Receiver();
    orderId = UUID.randomUUID().toString();
  }

  @AfterEach
  void closeReceiver() {
    receiver.close();
  }

  /** An order that names this rig's receiver. */
  void createOrder() throws Exception {
    iute.create(IuteWire.order(orderId, receiver.url("/paid"), receiver.url("/cancelled")));
  }
}
