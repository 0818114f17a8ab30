package com.partnerbridges.xendit.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.partnerbridges.xendit.ServiceTest;
import io.restassured.response.Response;

/** Delivers what Xendit would not send by itself. */
abstract class WebhookDoor extends ServiceTest {

  static final String TOKEN = "sandbox-callback-token";

  static Response deliver(String body, String webhookId) {
    var request = given().header("x-callback-token", TOKEN).contentType("application/json");
    if (webhookId != null) {
      request.header("webhook-id", webhookId);
    }
    return request.body(body.getBytes(UTF_8)).post(API + "/webhooks/xendit");
  }

  static String v2(String id, String payment, String amount, String more) {
    return "{\"event\":\"qr.payment\",\"data\":{\"id\":\"%s\",\"reference_id\":\"%s\",\"amount\":%s,\"status\":\"SUCCEEDED\"%s}}"
        .formatted(payment, id, amount, more == null ? "" : "," + more);
  }

  static String v1(String id, String payment, String amount) {
    return "{\"event\":\"qr.payment\",\"id\":\"%s\",\"amount\":%s,\"status\":\"COMPLETED\",\"qr_code\":{\"id\":\"qr_1\",\"external_id\":\"%s\"}}"
        .formatted(payment, amount, id);
  }

  String outcomes() {
    return text("select string_agg(outcome, ',' order by id) from webhook_deliveries");
  }

  static String metrics() {
    return given().get("/q/metrics").asString();
  }
}
