package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * A webhook, ready to be sent.
 *
 * @param reference the partner's name for what it is about
 * @param kind the partner's word for the event
 * @param headers besides the content type
 */
public record Webhook(
    String reference, String kind, String url, Map<String, String> headers, Buffer body) {

  public Webhook(String reference, String kind, String url, Buffer body) {
    this(reference, kind, url, Map.of(), body);
  }

  public Webhook with(Map<String, String> newHeaders) {
    return new Webhook(reference, kind, url, newHeaders, body);
  }
}
