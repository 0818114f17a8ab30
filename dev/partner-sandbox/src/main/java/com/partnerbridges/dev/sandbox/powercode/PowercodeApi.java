package com.partnerbridges.dev.sandbox.powercode;

import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Endpoint;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
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
        .handler(call -> actions.getOrDefault(Parameters.action(call), noSuchAction).handle(call));
    router
        .post("/uapi/customers/:id/tags")
        .handler(endpoint(ADD_TAG, new TagsApi(books, desk)::addTag));
  }

  private Endpoint endpoint(String name, Function<RoutingContext, Answer> operation) {
    return new Endpoint(
        traffic, name, call -> Future.succeededFuture(operation.apply(call)), this::failure);
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
        return Envelope.success(fields);
      } catch (PowercodeRefusal refused) {
        return Envelope.failure(200, refused.statusCode(), refused.getMessage());
      } catch (NoSuchElementException absent) {
        return Envelope.failure(200, PowercodeRefusal.NOT_FOUND, absent.getMessage());
      }
    };
  }

  /** The answer with an HTTP status that a fault asks for. */
  private Answer failure(int status) {
    Answer answer = Envelope.failure(status, PowercodeRefusal.BROKEN, "Set by the sandbox");
    int seconds = desk.settings().retryAfterSeconds();
    return status == 429 && seconds > 0
        ? answer.with(Map.of("Retry-After", String.valueOf(seconds)))
        : answer;
  }
}
