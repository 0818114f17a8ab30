package com.partnerbridges.dev.sandbox.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Speaks to the sandbox as any client of Xendit's would. */
final class XenditWire {
  static final String V2 = "2022-07-31";
  static final String V1 = "";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI sandbox;

  XenditWire(URI sandbox) {
    this.sandbox = sandbox;
  }

  static String codeV2(String reference, long amount, Instant expiresAt) {
    return """
        {"reference_id": "%s", "type": "DYNAMIC", "currency": "IDR", "amount": %d,
         "expires_at": "%s", "metadata": {"location": 7}}
        """
        .formatted(reference, amount, expiresAt);
  }

  static String codeV1(String reference, URI callback) {
    return """
        {"external_id": "%s", "type": "DYNAMIC", "callback_url": "%s", "amount": 40000}
        """
        .formatted(reference, callback);
  }

  HttpResponse<String> create(String version, String body) throws Exception {
    return call("POST", "/qr_codes", version, body);
  }

  HttpResponse<String> get(String version, String path) throws Exception {
    return call("GET", path, version, "");
  }

  HttpResponse<String> simulate(String id, String body) throws Exception {
    return call("POST", "/qr_codes/" + id + "/payments/simulate", V2, body);
  }

  HttpResponse<String> refund(String paymentId, String body) throws Exception {
    return call("POST", "/qr_codes/payments/" + paymentId + "/refunds", V2, body);
  }

  HttpResponse<String> call(String method, String path, String version, String body)
      throws IOException, InterruptedException {
    return send(method, path, version, body, "xnd_development_sandbox:", Duration.ofSeconds(10));
  }

  HttpResponse<String> send(
      String method, String path, String version, String body, String user, Duration timeout)
      throws IOException, InterruptedException {
    String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox + "/xendit" + path))
            .timeout(timeout)
            .header("Authorization", "Basic " + basic)
            .method(method, BodyPublishers.ofString(body));
    if (!version.isEmpty()) {
      request.header("api-version", version);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
  }
}
