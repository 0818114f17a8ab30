package com.partnerbridges.dev.sandbox.iute;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Speaks to the sandbox as any client of Iute's would. */
final class IuteWire {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI sandbox;

  IuteWire(URI sandbox) {
    this.sandbox = sandbox;
  }

  static String order(String orderId, String phone) {
    return """
        {"orderId": "%s", "myiutePhone": "%s", "totalAmount": 120.50, "currency": "ALL",
         "merchant": {"posIdentifier": "sandbox-pos", "salesmanIdentifier": "s-1"}}
        """
        .formatted(orderId, phone);
  }

  static String order(String orderId, URI confirmation, URI cancellation) {
    return """
        {"orderId": "%s", "myiutePhone": "+355691234567", "totalAmount": 120.50, "currency": "ALL",
         "merchant": {"posIdentifier": "sandbox-pos", "salesmanIdentifier": "s-1",
           "userConfirmationUrl": "%s", "userCancelUrl": "%s"}}
        """
        .formatted(orderId, confirmation, cancellation);
  }

  HttpResponse<String> create(String body) throws IOException, InterruptedException {
    return call("POST", "/api/v1/physical-api-partners/order", "sandbox-token", body);
  }

  HttpResponse<String> status(String orderId) throws IOException, InterruptedException {
    String path = "/api/v1/physical-api-partners/orders/" + orderId + "/status";
    return call("GET", path, "sandbox-token", "");
  }

  HttpResponse<String> withdraw(String orderId) throws IOException, InterruptedException {
    String path = "/api/v1/physical-api-partners/orders/" + orderId + "/withdraw";
    return call("POST", path, "sandbox-token", "");
  }

  HttpResponse<String> me(String authorization) throws IOException, InterruptedException {
    return call("GET", "/api/v1/physical-api-partners/me", authorization, "");
  }

  HttpResponse<String> pem() throws IOException, InterruptedException {
    return call("GET", "/public-key/dev-ALB-public-key.pem", "", "");
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body().getBytes());
  }

  private HttpResponse<String> call(String method, String path, String authorization, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox + "/iute" + path))
            .timeout(Duration.ofSeconds(10))
            .method(method, BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
