package com.partnerbridges.dev.sandbox.powercode;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Endpoint;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** The classic API, one address for all its actions, and the tags of the newer one. */
final class PowercodeApi {
  static final String KEY = "sandbox-powercode-key";
  static final String ADD_TAG = "addTag";
  static final List<String> OPERATIONS =
      List.of(
          "searchCustomers",
          "readCustomer",
          "createCustomer",
          "addCustomerService",
          "createTicket",
          "readTicket",
          "updateCustomer",
          "updateCustomerStatus",
          ADD_TAG);

  /** The key alone is encoded, without the colon of user and password. */
  private static final String BASIC =
      "Basic " + Base64.getEncoder().encodeToString(KEY.getBytes(StandardCharsets.US_ASCII));

  private final Traffic traffic;
  private final PowercodeBooks books;
  private final Desk desk;
  private final Map<String, Endpoint> actions = new HashMap<>();
  private final Endpoint noSuchAction;

  PowercodeApi(Traffic traffic, PowercodeBooks books, Desk desk) {
    this.traffic = traffic;
    this.books = books;
    this.desk = desk;
    new PowercodeActions(books, desk)
        .byName()
        .forEach((name, action) -> actions.put(name, endpoint(name, classic(name, action))));
    noSuchAction =
        endpoint(
            Traffic.OTHER,
            classic(
                Traffic.OTHER,
                parameters -> {
                  throw new PowercodeRefusal(PowercodeRefusal.NO_SUCH_ACTION, "Unknown action");
                }));
  }

  void mount(Router router) {
    router
        .post("/api/1/index.php")
        .handler(call -> actions.getOrDefault(action(call), noSuchAction).handle(call));
    router.post("/uapi/customers/:id/tags").handler(endpoint(ADD_TAG, this::addTag));
  }

  private Endpoint endpoint(String name, Function<RoutingContext, Answer> operation) {
    return new Endpoint(
        traffic, name, call -> Future.succeededFuture(operation.apply(call)), this::failure);
  }

  /** Null when the call names none. */
  private static String action(RoutingContext call) {
    try {
      return Parameters.of(call).get("action");
    } catch (PowercodeRefusal unreadable) {
      return null;
    }
  }

  private Function<RoutingContext, Answer> classic(
      String name, Function<Parameters, Map<String, ?>> action) {
    return call -> {
      try {
        Parameters parameters = Parameters.of(call);
        if (!KEY.equals(parameters.get("apiKey"))) {
          throw new PowercodeRefusal(PowercodeRefusal.WRONG_KEY, "Invalid API key");
        }
        desk.admit(name);
        Map<String, ?> fields = action.apply(parameters);
        desk.done(name);
        return envelope(200, 0, "Success", fields);
      } catch (PowercodeRefusal refused) {
        return envelope(200, refused.statusCode(), refused.getMessage(), Map.of());
      } catch (NoSuchElementException absent) {
        return envelope(200, PowercodeRefusal.NOT_FOUND, absent.getMessage(), Map.of());
      }
    };
  }

  /** Path, body and answers are assumptions; the key and one tag for each call are known. */
  private Answer addTag(RoutingContext call) {
    if (!BASIC.equals(call.request().getHeader("Authorization"))) {
      return envelope(401, PowercodeRefusal.WRONG_KEY, "Invalid API key", Map.of());
    }
    String customerId = call.pathParam("id");
    JsonNode tag = tag(call.body().buffer());
    if (!tag.isTextual() || tag.textValue().isBlank()) {
      return envelope(400, PowercodeRefusal.INVALID, "tag must be one text", Map.of());
    }
    if (books.find(customerId).isEmpty()) {
      return envelope(404, PowercodeRefusal.NOT_FOUND, "No customer " + customerId, Map.of());
    }
    try {
      desk.admit(ADD_TAG);
    } catch (PowercodeRefusal refused) {
      return envelope(200, refused.statusCode(), refused.getMessage(), Map.of());
    }
    books.addTag(customerId, tag.textValue());
    desk.done(ADD_TAG);
    return envelope(200, 0, "Success", Map.of());
  }

  private static JsonNode tag(Buffer body) {
    try {
      return Json.tree(body == null ? new byte[0] : body.getBytes()).path("tag");
    } catch (IllegalArgumentException e) {
      return Json.tree(new byte[] {'0'});
    }
  }

  /** The answer with an HTTP status that a fault asks for. */
  private Answer failure(int status) {
    Answer answer =
        envelope(status, PowercodeRefusal.NO_SUCH_ACTION, "Set by the sandbox", Map.of());
    int seconds = desk.settings().retryAfterSeconds();
    return status == 429 && seconds > 0
        ? answer.with(Map.of("Retry-After", String.valueOf(seconds)))
        : answer;
  }

  private static Answer envelope(
      int status, int statusCode, String message, Map<String, ?> fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", message);
    body.put("statusCode", statusCode);
    body.putAll(fields);
    return Answer.json(status, body);
  }
}
