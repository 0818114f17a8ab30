package com.partnerbridges.dev.sandbox.xendit;

import static com.partnerbridges.dev.sandbox.room.ControlHttp.encoded;

import com.fasterxml.jackson.core.type.TypeReference;
import com.partnerbridges.dev.sandbox.room.ControlClient;
import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Xendit's control API for tests and demonstrations, in plain Java. A reset forgets everything but
 * the registered webhook URL.
 */
public final class XenditSandboxClient extends ControlClient {
  /** User of the Basic authentication; the password is empty. */
  public static final String SECRET_KEY = XenditApi.SECRET_KEY;

  /** What webhooks carry until {@link #token} changes it. */
  public static final String CALLBACK_TOKEN = XenditWebhooks.TOKEN;

  public XenditSandboxClient(URI sandboxUrl) {
    super(sandboxUrl, XenditRoom.NAME);
  }

  /** Where v2 webhooks go; stays through a reset. */
  public void register(URI webhookUrl) {
    set(new XenditSettings(webhookUrl, null, null, null));
  }

  public void token(String callbackToken) {
    set(new XenditSettings(null, callbackToken, null, null));
  }

  /** Whether refunds succeed by themselves, shortly after they are taken; so at the beginning. */
  public void automaticRefunds(boolean on) {
    set(new XenditSettings(null, null, on, null));
  }

  /** The next code is paid, and its webhook delivered, before its creator gets the answer. */
  public void payBeforeCreateAnswer(boolean on) {
    set(new XenditSettings(null, null, null, on));
  }

  public void retry(RetryPolicy policy) {
    put("/retry", policy);
  }

  /** The newest codes, newest first. */
  public List<XenditCode> codes() {
    return Json.read(get("/codes"), CodePage.class).items();
  }

  /** The code with this id, else the newest with this reference. */
  public XenditCode code(String idOrReference) {
    return Json.read(get("/codes/" + encoded(idOrReference)), XenditCode.class);
  }

  public XenditCode awaitCode(String idOrReference, Duration timeout) {
    return awaitFound("code " + idOrReference, timeout, () -> code(idOrReference));
  }

  /** A customer pays, and the webhook is delivered before this returns. */
  public Paid pay(String idOrReference) {
    return pay(idOrReference, PayOptions.USUAL);
  }

  public Paid pay(String idOrReference, PayOptions options) {
    return Json.read(post("/codes/" + encoded(idOrReference) + "/pay", options), Paid.class);
  }

  public XenditCode expire(String idOrReference) {
    return Json.read(
        post("/codes/" + encoded(idOrReference) + "/expire", Map.of()), XenditCode.class);
  }

  /** The last payment webhook of the code's reference again, the same bytes. */
  public List<Delivery> redeliver(String idOrReference, boolean sameWebhookId) {
    return deliveries(
        "/codes/" + encoded(idOrReference) + "/redeliver", new Redelivery(sameWebhookId));
  }

  /** What the dashboard's button of that name sends. */
  public Delivery testAndSave() {
    return deliveries("/test-and-save", Map.of()).get(0);
  }

  /** Any bytes to the registered URL, with no other headers than these and a content type. */
  public Delivery send(byte[] body, Map<String, String> headers) {
    return deliveries("/webhook", new RawXenditWebhook(body, headers)).get(0);
  }

  /** The newest refunds, newest first. */
  public List<XenditRefund> refunds() {
    return Json.read(get("/refunds"), new TypeReference<>() {});
  }

  /**
   * @param status {@code SUCCEEDED} or {@code FAILED}
   */
  public Settled settleRefund(String refundId, String status) {
    return Json.read(
        post("/refunds/" + encoded(refundId) + "/settle", new Settlement(status)), Settled.class);
  }

  /** The next calls of an operation are over the limit. */
  public void rateLimited(String operation, int times) {
    setFault(operation, Fault.status(429).times(times));
  }

  private void set(XenditSettings settings) {
    put("/settings", settings);
  }

  private List<Delivery> deliveries(String path, Object body) {
    return Json.read(post(path, body), new TypeReference<>() {});
  }
}
