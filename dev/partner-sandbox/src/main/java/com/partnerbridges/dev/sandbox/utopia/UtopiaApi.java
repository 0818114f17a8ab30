package com.partnerbridges.dev.sandbox.utopia;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Endpoint;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** The one call of the ISP API that provisioning needs. */
final class UtopiaApi {
  static final String KEY = "sandbox-utopia-key";
  static final String LOOKUP = "lookup";
  static final List<String> OPERATIONS = List.of(LOOKUP);
  private static final String ABSENT = "No valid records found for this ISP";

  private final Traffic traffic;
  private final UtopiaOrders orders;
  private final UtopiaCallbacks callbacks;

  UtopiaApi(Traffic traffic, UtopiaOrders orders, UtopiaCallbacks callbacks) {
    this.traffic = traffic;
    this.orders = orders;
    this.callbacks = callbacks;
  }

  void mount(Router router) {
    router
        .post("/spquery/contractlookup")
        .handler(
            new Endpoint(
                traffic,
                LOOKUP,
                call -> Future.succeededFuture(lookup(call)),
                status -> error(status, "Set by the sandbox")));
  }

  private Answer lookup(RoutingContext call) {
    JsonNode query = query(call.body().buffer());
    String key = query.path("apikey").asText(query.path("ispapikey").asText());
    if (!KEY.equals(key)) {
      return error(401, "Authentication Failed");
    }
    return orders
        .find(query.path("orderref").asText())
        .map(order -> Answer.json(200, order.contract()))
        .orElseGet(() -> error(callbacks.settings().absentStatus(), ABSENT));
  }

  /** What is not JSON has no key in it. */
  private static JsonNode query(Buffer body) {
    try {
      return Json.tree(body == null ? new byte[0] : body.getBytes());
    } catch (IllegalArgumentException notJson) {
      return Json.tree(new byte[] {'{', '}'});
    }
  }

  private static Answer error(int status, String text) {
    return Answer.json(status, Map.of("error", text));
  }
}
