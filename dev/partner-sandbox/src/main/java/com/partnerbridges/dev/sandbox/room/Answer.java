package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.buffer.Buffer;

/** What a partner's operation wants to answer, before a fault has its way with it. */
public record Answer(int status, String contentType, Buffer body) {

  public static Answer json(int status, Object value) {
    return new Answer(status, "application/json", Buffer.buffer(Json.bytes(value)));
  }

  public static Answer text(int status, String contentType, String text) {
    return new Answer(status, contentType, Buffer.buffer(text));
  }

  Answer cutInHalf() {
    return new Answer(status, contentType, body.slice(0, body.length() / 2));
  }
}
