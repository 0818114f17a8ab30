package com.partnerbridges.dev.sandbox.utopia;

import static com.partnerbridges.dev.sandbox.room.ControlHttp.encoded;

import com.fasterxml.jackson.core.type.TypeReference;
import com.partnerbridges.dev.sandbox.room.ControlClient;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.RetryPolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * UTOPIA's control API for tests and demonstrations, in plain Java. A reset forgets everything but
 * where callbacks go, their headers and their signing secret.
 */
public final class UtopiaSandboxClient extends ControlClient {
  public static final String API_KEY = UtopiaApi.KEY;

  /** The operation of the order look-up, for faults and counters. */
  public static final String LOOKUP = UtopiaApi.LOOKUP;

  /** The {@code msg} of a callback that starts the work. */
  public static final String NEW_ORDER = Callback.NEW_ORDER;

  public UtopiaSandboxClient(URI sandboxUrl) {
    super(sandboxUrl, UtopiaRoom.NAME);
  }

  /** Where callbacks go, with no headers of their own. */
  public void register(URI callbackUrl) {
    register(callbackUrl, Map.of());
  }

  /**
   * @param headers sent with every callback
   */
  public void register(URI callbackUrl, Map<String, String> headers) {
    set(new UtopiaSettings(callbackUrl, headers, null, null));
  }

  /**
   * @param secret {@code whsec_…}; callbacks are signed in Standard Webhooks form from now on
   */
  public void signWith(String secret) {
    set(new UtopiaSettings(null, null, secret, null));
  }

  public void signNoMore() {
    signWith("");
  }

  /** The look-up says that there is no such order with 200 instead of 404. */
  public void absentWith200() {
    set(new UtopiaSettings(null, null, null, 200));
  }

  public void retry(RetryPolicy policy) {
    put("/retry", policy);
  }

  /** Makes an order, or replaces the one with its reference. Nobody is told. */
  public void order(UtopiaOrder order) {
    put("/orders", order);
  }

  /** There is no such order any more. */
  public void deny(String orderref) {
    delete("/orders/" + encoded(orderref));
  }

  public UtopiaOrder order(String orderref) {
    return Json.read(get("/orders/" + encoded(orderref)), UtopiaOrder.class);
  }

  /** The newest orders, newest first. */
  public List<UtopiaOrder> orders() {
    return Json.read(get("/orders"), UtopiaPage.class).items();
  }

  /** A usual order with a fresh reference, and its callback. */
  public Ordered orderNow() {
    return Json.read(post("/order-now", Map.of()), Ordered.class);
  }

  /** Tells of a new order, whether there is one or not; delivered before this returns. */
  public List<Delivery> callback(String orderref) {
    return callback(orderref, CallbackOptions.USUAL);
  }

  public List<Delivery> callback(String orderref, CallbackOptions options) {
    return send(Callback.newOrder(orderref, options));
  }

  public List<Delivery> callback(String event, String orderref, String msg) {
    return callback(event, orderref, msg, CallbackOptions.USUAL);
  }

  public List<Delivery> callback(
      String event, String orderref, String msg, CallbackOptions options) {
    return send(Callback.of(event, orderref, msg, options));
  }

  /** Any bytes, with these headers besides the registered ones or instead of them. */
  public List<Delivery> callback(byte[] body, Map<String, String> headers) {
    return callback(body, headers, CallbackOptions.USUAL);
  }

  public List<Delivery> callback(
      byte[] body, Map<String, String> headers, CallbackOptions options) {
    return send(Callback.raw(body, headers, options));
  }

  private List<Delivery> send(Callback callback) {
    return Json.read(post("/callback", callback), new TypeReference<>() {});
  }

  private void set(UtopiaSettings settings) {
    put("/settings", settings);
  }
}
