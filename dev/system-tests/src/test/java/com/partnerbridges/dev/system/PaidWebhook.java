package com.partnerbridges.dev.system;

import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Xendit's webhook about a payment, for whichever instance a test wants it to reach. */
record PaidWebhook(String reference, String paymentId, String webhookId, Instant paidAt) {

  static final int AMOUNT = 40_000;

  static PaidWebhook of(String reference) {
    return of(reference, "qrpy_" + UUID.randomUUID());
  }

  static PaidWebhook of(String reference, String paymentId) {
    return new PaidWebhook(reference, paymentId, UUID.randomUUID().toString(), Instant.now());
  }

  HttpRequest to(URI service) {
    Map<String, Object> payment =
        Map.of(
            "id", paymentId,
            "reference_id", reference,
            "amount", AMOUNT,
            "currency", "IDR",
            "status", "SUCCEEDED",
            "created", paidAt);
    return HttpRequest.newBuilder(service.resolve("/api/v1/webhooks/xendit"))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .header("webhook-id", webhookId)
        .header("x-callback-token", XenditSandboxClient.CALLBACK_TOKEN)
        .POST(
            HttpRequest.BodyPublishers.ofByteArray(
                Json.bytes(Map.of("event", "qr.payment", "data", payment))))
        .build();
  }
}
