package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.BoundedMap;
import com.partnerbridges.dev.sandbox.room.Courier;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.RetryPolicy;
import com.partnerbridges.dev.sandbox.room.Webhook;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Tells the merchant of payments and refunds, with the callback token. */
final class XenditWebhooks {
  static final String TOKEN = "sandbox-callback-token";
  private static final String PAYMENT = "qr.payment";
  private static final String REFUND = "qr.refund";
  private static final String TEST_REFERENCE = "testing_id_123";
  private static final long TEST_AMOUNT = 10_000;
  private static final int REDELIVERABLE = 20_000;

  private final Courier courier;
  private final Map<String, Webhook> last = new BoundedMap<>(REDELIVERABLE);
  private URI registered;
  private String token = TOKEN;

  XenditWebhooks(Courier courier) {
    this.courier = courier;
  }

  void register(URI url) {
    registered = url;
  }

  URI registered() {
    return registered;
  }

  String token() {
    return token;
  }

  void token(String newToken) {
    token = newToken;
  }

  void retry(RetryPolicy policy) {
    courier.retry(policy);
  }

  Future<List<Delivery>> paid(XenditCode code, XenditPayment payment, PayOptions options) {
    URI url = code.v1() ? code.callbackUrl() : registered;
    if (url == null || options.lost()) {
      return Future.succeededFuture(List.of());
    }
    WebhookShape usual = code.v1() ? WebhookShape.V1 : WebhookShape.V2;
    WebhookShape shape = options.shape() == null ? usual : options.shape();
    Webhook first =
        webhook(code.reference(), PAYMENT, url, body(shape, code, payment))
            .with(headers(shape, options));
    last.put(code.reference(), first);
    UnaryOperator<Webhook> copy = options.sameWebhookId() ? same -> same : XenditWebhooks::fresh;
    List<Webhook> copies =
        IntStream.rangeClosed(0, options.duplicates())
            .mapToObj(number -> number == 0 ? first : copy.apply(first))
            .toList();
    Future<List<Delivery>> deliveries =
        courier.deliver(copies, options.concurrently(), UnaryOperator.identity());
    return options.background() ? Future.succeededFuture(List.of()) : deliveries;
  }

  Future<List<Delivery>> redeliver(String reference, boolean sameWebhookId) {
    Webhook webhook = last.get(reference);
    if (webhook == null) {
      throw new NoSuchElementException("No webhook was sent for " + reference);
    }
    return deliver(sameWebhookId ? webhook : fresh(webhook));
  }

  Future<List<Delivery>> settled(XenditRefund refund, URI callbackUrl) {
    URI url = callbackUrl == null ? registered : callbackUrl;
    if (url == null) {
      return Future.succeededFuture(List.of());
    }
    Map<String, Object> event = Wire.eventV2(REFUND, XenditClock.now(), Wire.refundEvent(refund));
    return deliver(
        webhook(refund.reference(), REFUND, url, event)
            .with(headers(WebhookShape.V2, PayOptions.USUAL)));
  }

  /** What the dashboard's button sends: a payment of a code that nobody created. */
  Future<List<Delivery>> testAndSave() {
    required();
    Instant now = XenditClock.now();
    XenditCode code =
        XenditCode.fresh(TEST_REFERENCE, TEST_AMOUNT, "ID_DANA", Map.of(), null, now, now);
    return paid(code, XenditPayment.of(code, PayOptions.USUAL), PayOptions.USUAL);
  }

  Future<List<Delivery>> raw(RawXenditWebhook raw) {
    return deliver(
        new Webhook("raw", "raw", required().toString(), raw.headers(), Buffer.buffer(raw.body())));
  }

  /** The registered URL stays, as the dashboard keeps it. */
  void reset() {
    last.clear();
    token = TOKEN;
    courier.reset();
  }

  private Future<List<Delivery>> deliver(Webhook webhook) {
    return courier.deliver(List.of(webhook), false, UnaryOperator.identity());
  }

  private URI required() {
    if (registered == null) {
      throw new IllegalArgumentException("No webhook URL is registered");
    }
    return registered;
  }

  private static Webhook webhook(String reference, String kind, URI url, Object body) {
    return new Webhook(reference, kind, url.toString(), Buffer.buffer(Json.bytes(body)));
  }

  private static Object body(WebhookShape shape, XenditCode code, XenditPayment payment) {
    return switch (shape) {
      case V2 -> Wire.eventV2(PAYMENT, XenditClock.now(), Wire.paymentV2(code, payment));
      case V1 -> {
        Map<String, Object> fields = Wire.paymentV1(code, payment);
        fields.put("event", PAYMENT);
        yield fields;
      }
      case FLAT -> Wire.paymentFlat(code, payment);
    };
  }

  private Map<String, String> headers(WebhookShape shape, PayOptions options) {
    Map<String, String> headers = new HashMap<>();
    headers.put("webhook-id", UUID.randomUUID().toString());
    if (shape == WebhookShape.V2) {
      headers.put(ApiVersion.HEADER, ApiVersion.V2_DATE);
    }
    if (!options.withoutToken()) {
      headers.put("x-callback-token", options.token() == null ? token : options.token());
    }
    return headers;
  }

  private static Webhook fresh(Webhook webhook) {
    Map<String, String> headers = new HashMap<>(webhook.headers());
    headers.put("webhook-id", UUID.randomUUID().toString());
    return webhook.with(headers);
  }
}
