package com.partnerbridges.dev.sandbox.utopia;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.Receiver;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A sandbox, both ways into it, a registered receiver, and a reference of the test's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UtopiaRig {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  PartnerSandbox sandbox;
  UtopiaSandboxClient control;
  Receiver receiver;
  String orderref;

  @BeforeAll
  void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
    control = new UtopiaSandboxClient(sandbox.url());
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void prepare() throws Exception {
    control.reset();
    control.signNoMore();
    receiver = new Receiver();
    control.register(receiver.url("/api-callback"));
    orderref = "UIA202511-" + UUID.randomUUID();
  }

  @AfterEach
  void closeReceiver() {
    receiver.close();
  }

  HttpResponse<String> lookup() throws Exception {
    return lookup("{\"apikey\": \"sandbox-utopia-key\", \"orderref\": \"%s\"}".formatted(orderref));
  }

  /** Says nothing about the type of the body. */
  HttpResponse<String> lookup(String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/utopia/spquery/contractlookup"))
            .timeout(Duration.ofSeconds(10))
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
  }
}
