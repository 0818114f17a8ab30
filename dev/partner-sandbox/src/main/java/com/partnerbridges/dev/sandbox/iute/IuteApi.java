package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Endpoint;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.Operation;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The physical-POS partner API. */
final class IuteApi {
  static final String TOKEN = "sandbox-token";
  static final String POS = "sandbox-pos";
  static final List<String> OPERATIONS = List.of("create", "status", "withdraw", "me", "pem");
  private static final String BASE = "/api/v1/physical-api-partners";

  private final Traffic traffic;
  private final IuteOrders orders;
  private final IuteKeys keys;

  IuteApi(Traffic traffic, IuteOrders orders, IuteKeys keys) {
    this.traffic = traffic;
    this.orders = orders;
    this.keys = keys;
  }

  void mount(Router router) {
    router.get(BASE + "/me").handler(endpoint("me", authorized(call -> me())));
    router.post(BASE + "/order").handler(endpoint("create", authorized(this::create)));
    router.get(BASE + "/orders/:id/status").handler(endpoint("status", authorized(this::status)));
    router
        .post(BASE + "/orders/:id/withdraw")
        .handler(endpoint("withdraw", authorized(this::withdraw)));
    router
        .get("/public-key/:name")
        .handler(endpoint("pem", call -> Future.succeededFuture(publicKey(call))));
  }

  private Endpoint endpoint(String name, Operation operation) {
    return new Endpoint(traffic, name, operation);
  }

  /** The raw token, and no {@code Bearer} before it. */
  private static Operation authorized(Function<RoutingContext, Answer> operation) {
    return call ->
        Future.succeededFuture(
            TOKEN.equals(call.request().getHeader("Authorization"))
                ? operation.apply(call)
                : message(401, "Unauthorized"));
  }

  private static Answer me() {
    return Answer.json(
        200,
        Map.of(
            "partnerId",
            "sandbox-partner",
            "posId",
            POS,
            "products",
            List.of(Map.of("id", "sandbox-product", "name", "Sandbox instalments"))));
  }

  private Answer create(RoutingContext call) {
    OrderForm form;
    try {
      Buffer body = call.body().buffer();
      form = new OrderForm(Json.tree(body == null ? new byte[0] : body.getBytes()));
    } catch (IllegalArgumentException e) {
      return message(400, "Malformed JSON");
    }
    Map<String, String> errors = form.errors();
    if (!errors.isEmpty()) {
      // the shape of Iute's validation answer is not public
      return Answer.json(400, Map.of("message", "Validation failed", "errors", errors));
    }
    IuteOrder order = form.order();
    return MagicPhone.of(order.phone()).map(MagicPhone::answer).orElseGet(() -> accept(order));
  }

  private Answer accept(IuteOrder posted) {
    IuteOrder order = orders.post(posted);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", order.statusText());
    body.put("message", order.posts() == 1 ? "Order was created" : "Order was updated");
    body.put("myiuteCustomer", true);
    return Answer.json(200, body);
  }

  private Answer status(RoutingContext call) {
    return orders
        .find(call.pathParam("id"))
        .map(order -> Answer.json(200, statusOf(order)))
        .orElseGet(() -> message(404, "Order not found"));
  }

  private static Map<String, Object> statusOf(IuteOrder order) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("orderId", order.orderId());
    body.put("status", order.statusText());
    if (order.status() == IuteStatus.IN_PROGRESS || order.status() == IuteStatus.PAID) {
      body.put("productName", "Sandbox instalments");
      body.put("loanDuration", 12);
    }
    return body;
  }

  /** Which answers Iute gives here is not public; only the path is. */
  private Answer withdraw(RoutingContext call) {
    IuteOrder order = orders.find(call.pathParam("id")).orElse(null);
    if (order == null) {
      return message(404, "Order not found");
    }
    if (order.status() == IuteStatus.PAID) {
      return message(400, "A paid order cannot be withdrawn");
    }
    return Answer.json(
        200, statusOf(orders.move(order.orderId(), IuteStatus.CANCELLED, order.spaced())));
  }

  private Answer publicKey(RoutingContext call) {
    return call.pathParam("name").endsWith(".pem")
        ? Answer.text(200, "application/x-pem-file", keys.servedPem())
        : message(404, "No such key");
  }

  private static Answer message(int status, String text) {
    return Answer.json(status, Map.of("message", text));
  }
}
