package com.partnerbridges.dev.sandbox.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Endpoint;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.Operation;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** The QR code API, both generations. */
final class XenditApi {
  static final String SECRET_KEY = "xnd_development_sandbox";
  static final List<String> OPERATIONS = List.of("create", "get", "payments", "simulate", "refund");
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString((SECRET_KEY + ":").getBytes(StandardCharsets.US_ASCII));

  private final Traffic traffic;
  private final XenditBooks books;
  private final Till till;
  private final RefundDesk refunds;

  XenditApi(Traffic traffic, XenditBooks books, Till till, RefundDesk refunds) {
    this.traffic = traffic;
    this.books = books;
    this.till = till;
    this.refunds = refunds;
  }

  void mount(Router router) {
    router.post("/qr_codes").handler(endpoint("create", this::create));
    router.get("/qr_codes/payments").handler(endpoint("payments", this::paymentsV1));
    router.get("/qr_codes/:id").handler(endpoint("get", this::get));
    router.get("/qr_codes/:id/payments").handler(endpoint("payments", this::paymentsV2));
    router.post("/qr_codes/:id/payments/simulate").handler(endpoint("simulate", this::simulate));
    router.post("/qr_codes/payments/:id/refunds").handler(endpoint("refund", this::refund));
  }

  private Endpoint endpoint(String name, Operation operation) {
    return new Endpoint(traffic, name, authorized(operation), XenditError::answerOf);
  }

  private static Operation authorized(Operation operation) {
    return call -> {
      if (!BASIC.equals(call.request().getHeader("Authorization"))) {
        return done(XenditError.INVALID_API_KEY.answer("The API key is not valid"));
      }
      try {
        return operation.answer(call);
      } catch (XenditRefusal refused) {
        return done(refused.answer());
      } catch (NoSuchElementException e) {
        return done(XenditError.DATA_NOT_FOUND.answer(e.getMessage()));
      }
    };
  }

  private Future<Answer> create(RoutingContext call) {
    ApiVersion version = version(call);
    XenditCode code = new CodeForm(body(call), version, XenditClock.now()).code();
    XenditError magic = XenditError.ofMagicAmount(code.amount()).orElse(null);
    if (magic != null) {
      return done(magic.answer("What this amount means in test mode"));
    }
    if (version == ApiVersion.V1 && books.byReference(code.reference()).isPresent()) {
      return done(XenditError.DUPLICATE_ERROR.answer("external_id is taken"));
    }
    books.add(code);
    int status = version == ApiVersion.V1 ? 200 : 201;
    return till.opened(code).map(opened -> Answer.json(status, Wire.code(code)));
  }

  /** v2 knows a code by its own id only, v1 by the merchant's only. */
  private Future<Answer> get(RoutingContext call) {
    String id = call.pathParam("id");
    return (version(call) == ApiVersion.V1 ? books.byReference(id) : books.byId(id))
        .map(code -> done(Answer.json(200, Wire.code(code))))
        .orElseThrow(() -> new NoSuchElementException("No code " + id));
  }

  private Future<Answer> paymentsV1(RoutingContext call) {
    require(call, ApiVersion.V1);
    String reference = String.valueOf(call.request().getParam("external_id"));
    XenditCode code =
        books
            .byReference(reference)
            .orElseThrow(() -> new NoSuchElementException("No code " + reference));
    return done(
        Answer.json(
            200, code.payments().stream().map(payment -> Wire.paymentV1(code, payment)).toList()));
  }

  private Future<Answer> paymentsV2(RoutingContext call) {
    require(call, ApiVersion.V2);
    String id = call.pathParam("id");
    XenditCode code = books.byId(id).orElseThrow(() -> new NoSuchElementException("No code " + id));
    return done(
        Answer.json(
            200,
            Map.of(
                "data",
                code.payments().stream().map(payment -> Wire.paymentV2(code, payment)).toList(),
                "has_more",
                false)));
  }

  private Future<Answer> simulate(RoutingContext call) {
    Long amount = amount(optionalBody(call));
    PayOptions options = PayOptions.USUAL.inBackground();
    return till.pay(
            call.pathParam("id"), amount == null ? options : options.amount(amount.longValue()))
        .map(paid -> Answer.json(200, payment(paid)));
  }

  private static Map<String, Object> payment(Paid paid) {
    XenditPayment newest = paid.code().payments().get(paid.code().payments().size() - 1);
    return paid.code().v1()
        ? Wire.paymentV1(paid.code(), newest)
        : Wire.paymentV2(paid.code(), newest);
  }

  private Future<Answer> refund(RoutingContext call) {
    JsonNode form = optionalBody(call);
    JsonNode reason = form.path("reason");
    if (!reason.isTextual() || reason.textValue().isBlank()) {
      throw new XenditRefusal(XenditError.API_VALIDATION_ERROR, "reason is required");
    }
    return done(
        Answer.json(
            200,
            Wire.refund(refunds.take(call.pathParam("id"), amount(form), reason.textValue()))));
  }

  /** Null when none is given. */
  private static Long amount(JsonNode form) {
    JsonNode amount = form.path("amount");
    if (amount.isMissingNode() || amount.isNull()) {
      return null;
    }
    if (!amount.isIntegralNumber() || !amount.canConvertToLong() || amount.longValue() < 1) {
      throw new XenditRefusal(
          XenditError.API_VALIDATION_ERROR, "amount must be a whole number, 1 or more");
    }
    return amount.longValue();
  }

  private static JsonNode optionalBody(RoutingContext call) {
    Buffer body = call.body().buffer();
    return body == null || body.length() == 0 ? Json.tree("{}".getBytes()) : body(call);
  }

  private static JsonNode body(RoutingContext call) {
    Buffer body = call.body().buffer();
    try {
      return Json.tree(body == null ? new byte[0] : body.getBytes());
    } catch (IllegalArgumentException e) {
      throw new XenditRefusal(XenditError.API_VALIDATION_ERROR, "Malformed JSON");
    }
  }

  private static ApiVersion version(RoutingContext call) {
    return ApiVersion.of(call.request().getHeader(ApiVersion.HEADER));
  }

  private static void require(RoutingContext call, ApiVersion version) {
    if (version(call) != version) {
      throw new NoSuchElementException("Only " + version + " has this call");
    }
  }

  private static Future<Answer> done(Answer answer) {
    return Future.succeededFuture(answer);
  }
}
