package com.partnerbridges.xendit.refund;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.xendit.XenditRefund;
import com.partnerbridges.xendit.ServiceTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Refunds as an admin asks for them. */
abstract class RefundDesk extends ServiceTest {

  static final Map<String, Object> ALL = Map.of("reason", "The printer was broken.");

  @BeforeEach
  void noWebhooksYet() {
    xendit.automaticRefunds(false);
  }

  void refundWithoutAnswer() {
    xendit.setFault("refund", Fault.dropAfter().times(1));
    refund(completed(), ALL);
  }

  static Response refund(String id, Map<String, Object> wish) {
    return as(ADMIN).body(wish).post(API + "/transactions/{id}/refund", id);
  }

  static Response resolve(int item, String decision) {
    return as(ADMIN)
        .body(Map.of("note", "Looked at Xendit.", "decision", decision))
        .post(API + "/attention/{id}/resolve", item);
  }

  XenditRefund xenditRefund() {
    return xendit.refunds().get(0);
  }
}
