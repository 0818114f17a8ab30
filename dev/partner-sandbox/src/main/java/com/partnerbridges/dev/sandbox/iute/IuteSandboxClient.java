package com.partnerbridges.dev.sandbox.iute;

import static com.partnerbridges.dev.sandbox.room.ControlHttp.encoded;

import com.fasterxml.jackson.core.type.TypeReference;
import com.partnerbridges.dev.sandbox.room.ControlClient;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Iute's control API for tests and demonstrations, in plain Java. */
public final class IuteSandboxClient extends ControlClient {

  public IuteSandboxClient(URI sandboxUrl) {
    super(sandboxUrl, "iute");
  }

  /** The newest orders, newest first. */
  public List<IuteOrder> orders() {
    return Json.read(get("/orders"), OrderPage.class).items();
  }

  public IuteOrder order(String orderId) {
    return Json.read(get("/orders/" + encoded(orderId)), IuteOrder.class);
  }

  public IuteOrder awaitOrder(String orderId, Duration timeout) {
    return awaitFound("order " + orderId, timeout, () -> order(orderId));
  }

  /** The customer opens the offer: IN_PROGRESS. */
  public IuteOrder start(String orderId) {
    return start(orderId, new StartOptions(false));
  }

  public IuteOrder start(String orderId, StartOptions options) {
    return Json.read(post("/orders/" + encoded(orderId) + "/start", options), IuteOrder.class);
  }

  /** The customer signs: PAID, and the signed confirmation is delivered before this returns. */
  public Told approve(String orderId) {
    return approve(orderId, WebhookOptions.FAITHFUL);
  }

  public Told approve(String orderId, WebhookOptions options) {
    return told(orderId, "approve", options);
  }

  /** The same as {@link #approve(String)}, in Iute's word for the webhook. */
  public Told confirm(String orderId) {
    return approve(orderId);
  }

  public Told confirm(String orderId, WebhookOptions options) {
    return approve(orderId, options);
  }

  /** CANCELLED unless it was paid; the signed cancellation is delivered in any case. */
  public Told cancel(String orderId) {
    return cancel(orderId, WebhookOptions.FAITHFUL);
  }

  public Told cancel(String orderId, WebhookOptions options) {
    return told(orderId, "cancel", options);
  }

  /** The last webhook of the order, signed anew. */
  public Told redeliver(String orderId) {
    return redeliver(orderId, WebhookOptions.FAITHFUL);
  }

  public Told redeliver(String orderId, WebhookOptions options) {
    return told(orderId, "redeliver", options);
  }

  /** Delivers any text, signed with the current key. */
  public List<Delivery> sendWebhook(String url, String body) {
    return sendWebhook(url, body, WebhookOptions.FAITHFUL);
  }

  public List<Delivery> sendWebhook(String url, String body, WebhookOptions options) {
    return Json.read(
        post("/webhook", new RawWebhook(url, body, options)), new TypeReference<>() {});
  }

  public void registerUrls(String confirmationUrl, String cancelUrl) {
    put("/registered-urls", new RegisteredUrls(confirmationUrl, cancelUrl));
  }

  public void retry(Retry policy) {
    put("/retry", policy);
  }

  /** A new key pair, signing and served from now on. */
  public void rotateKey() {
    rotateKey(KeyChoice.NEW);
  }

  public void rotateKey(KeyChoice choice) {
    post("/rotate-key", choice);
  }

  public void chooseKeys(KeyChoice choice) {
    put("/keys", choice);
  }

  /** PKCS#8 PEM of the key that signs now, for tests that sign their own deliveries. */
  public String privateKeyPem() {
    return new String(get("/private-key"), StandardCharsets.US_ASCII);
  }

  private Told told(String orderId, String event, WebhookOptions options) {
    return Json.read(post("/orders/" + encoded(orderId) + "/" + event, options), Told.class);
  }

  private record OrderPage(List<IuteOrder> items, int total) {}
}
