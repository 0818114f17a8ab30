package com.partnerbridges.dev.sandbox.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.Receiver;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A sandbox, both ways into it, a registered webhook receiver, and a reference of the test's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class XenditRig {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  PartnerSandbox sandbox;
  XenditWire xendit;
  XenditSandboxClient control;
  Receiver receiver;
  String reference;
  Instant expiry;

  @BeforeAll
  void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
    xendit = new XenditWire(sandbox.url());
    control = new XenditSandboxClient(sandbox.url());
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void prepare() throws Exception {
    control.reset();
    receiver = new Receiver();
    control.register(receiver.url("/hook"));
    reference = "TRX-1-" + UUID.randomUUID();
    expiry = Instant.now().plus(15, ChronoUnit.MINUTES);
  }

  @AfterEach
  void closeReceiver() {
    receiver.close();
  }

  /** Id of a new v2 code over 40000. */
  String createV2() throws Exception {
    return XenditWire.json(
            xendit.create(XenditWire.V2, XenditWire.codeV2(reference, 40_000, expiry)))
        .get("id")
        .asText();
  }

  void createV1() throws Exception {
    xendit.create(XenditWire.V1, XenditWire.codeV1(reference, receiver.url("/own")));
  }

  List<Receiver.Received> awaitWebhooks(int count) {
    return ControlHttp.await(
        count + " webhooks",
        PATIENCE,
        () -> Optional.of(receiver.received()).filter(all -> all.size() >= count));
  }

  static JsonNode body(Receiver.Received webhook) {
    return Json.tree(webhook.body());
  }
}
