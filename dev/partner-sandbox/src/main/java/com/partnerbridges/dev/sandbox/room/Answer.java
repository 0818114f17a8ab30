package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * What a partner's operation wants to answer, before a fault has its way with it.
 *
 * @param headers besides the content type
 */
public record Answer(int status, String contentType, Map<String, String> headers, Buffer body) {

  public static Answer json(int status, Object value) {
    return new Answer(status, "application/json", Map.of(), Buffer.buffer(Json.bytes(value)));
  }

  public static Answer text(int status, String contentType, String text) {
    return new Answer(status, contentType, Map.of(), Buffer.buffer(text));
  }

  public Answer with(Map<String, String> newHeaders) {
    return new Answer(status, contentType, newHeaders, body);
  }

  Answer cutInHalf() {
    return new Answer(status, contentType, headers, body.slice(0, body.length() / 2));
  }
}
