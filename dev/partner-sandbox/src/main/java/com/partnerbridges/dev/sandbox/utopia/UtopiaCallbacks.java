package com.partnerbridges.dev.sandbox.utopia;

import com.partnerbridges.dev.sandbox.room.Courier;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.RetryPolicy;
import com.partnerbridges.dev.sandbox.room.Webhook;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Calls the provider back. */
final class UtopiaCallbacks {
  private final Courier courier;
  private UtopiaSettings settings = UtopiaSettings.USUAL;

  UtopiaCallbacks(Courier courier) {
    this.courier = courier;
  }

  UtopiaSettings settings() {
    return settings;
  }

  void change(UtopiaSettings change) {
    settings = settings.changedBy(change);
  }

  void retry(RetryPolicy policy) {
    courier.retry(policy);
  }

  /**
   * @throws IllegalArgumentException when none is registered
   */
  URI url() {
    if (settings.callbackUrl() == null) {
      throw new IllegalArgumentException("No callback URL is registered");
    }
    return settings.callbackUrl();
  }

  Future<List<Delivery>> send(Callback callback) {
    URI url = url();
    byte[] body = callback.body() == null ? json(callback) : callback.body();
    Webhook webhook =
        new Webhook(
            callback.orderref() == null ? "raw" : callback.orderref(),
            callback.msg() == null ? "raw" : callback.msg(),
            url.toString(),
            headers(callback, body),
            Buffer.buffer(body));
    CallbackOptions options = callback.options();
    Future<List<Delivery>> deliveries =
        courier.deliver(
            Collections.nCopies(1 + options.duplicates(), webhook),
            options.concurrently(),
            UnaryOperator.identity());
    return options.background() ? Future.succeededFuture(List.of()) : deliveries;
  }

  /** URL, headers and secret stay: they are kept where UTOPIA keeps its providers. */
  void reset() {
    change(new UtopiaSettings(null, null, null, UtopiaSettings.USUAL.absentStatus()));
    courier.reset();
  }

  private Map<String, String> headers(Callback callback, byte[] body) {
    CallbackOptions options = callback.options();
    Map<String, String> headers = new HashMap<>();
    if (!options.bare()) {
      headers.putAll(settings.headers());
    }
    String secret =
        options.signingSecret() == null ? settings.signingSecret() : options.signingSecret();
    if (!options.bare() && !secret.isEmpty()) {
      Instant time = Instant.now().plusMillis(options.timestampOffsetMillis());
      headers.putAll(CallbackSignature.headers(secret, time, body));
    }
    headers.putAll(callback.headers());
    return headers;
  }

  private static byte[] json(Callback callback) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", callback.event());
    fields.put("orderref", callback.orderref());
    fields.put("msg", callback.msg());
    return Json.bytes(fields);
  }
}
