package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.PartnerSandbox;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A sandbox, and both ways to a server of the test's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IikoRig {
  static final Duration PATIENCE = Duration.ofSeconds(10);
  static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  PartnerSandbox sandbox;
  IikoWire iiko;
  IikoSandboxClient control;

  @BeforeAll
  void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void prepare() {
    control = new IikoSandboxClient(sandbox.url(), "t-" + UUID.randomUUID());
    control.reset();
    iiko = new IikoWire(control.baseUrl());
  }

  static String invoices() {
    return invoices(TODAY.minusDays(400), TODAY.plusDays(1));
  }

  static String invoices(LocalDate from, LocalDate to) {
    return "/resto/api/documents/export/incomingInvoice?from=" + from + "&to=" + to;
  }
}
