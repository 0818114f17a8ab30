package com.partnerbridges.dev.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.stack.LocalKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Calls utopia-powercode-service as the office does. */
final class Office {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private final URI service;

  Office(URI service) {
    this.service = service;
  }

  /** What a step came to; empty when it has nothing to tell. */
  record Step(String name, String state, String result) {}

  record Order(String state, List<Step> steps) {

    boolean isDoneToTheLastStep() {
      return state.equals("DONE") && steps.stream().allMatch(step -> step.state().equals("DONE"));
    }
  }

  Order await(String orderref, Predicate<Order> wanted) {
    return ControlHttp.await(
        "such order " + orderref, PATIENCE, () -> Optional.of(order(orderref)).filter(wanted));
  }

  /** The state of the order afterwards. */
  String resolve(String orderref, String note) {
    ServiceCalls.json(
        request("/orders/" + orderref + "/resolve", LocalKey.OPERATOR)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(Map.of("note", note)))));
    return order(orderref).state();
  }

  private Order order(String orderref) {
    JsonNode answer = ServiceCalls.json(request("/orders/" + orderref, LocalKey.READER).GET());
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : answer.path("steps")) {
      steps.add(
          new Step(
              step.path("name").asText(),
              step.path("state").asText(),
              step.path("result").asText("")));
    }
    return new Order(answer.path("state").asText(), steps);
  }

  private HttpRequest.Builder request(String path, LocalKey key) {
    return HttpRequest.newBuilder(service.resolve(path)).header("X-API-Key", key.key());
  }
}
