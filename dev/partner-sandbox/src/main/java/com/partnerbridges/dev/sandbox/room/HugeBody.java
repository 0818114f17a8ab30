package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;

/** Streams one JSON string of any length, as fast as the reader takes it and with little memory. */
final class HugeBody {
  private static final byte[] CHUNK = "x".repeat(64 * 1024).getBytes();

  private final HttpServerResponse response;
  private long left;

  HugeBody(HttpServerResponse response, long bytes) {
    this.response = response;
    this.left = bytes;
  }

  void send() {
    response.setChunked(true).exceptionHandler(readerLeft -> left = 0);
    response.write("{\"message\":\"");
    response.drainHandler(drained -> fill());
    fill();
  }

  private void fill() {
    while (left > 0 && !response.writeQueueFull() && !response.closed()) {
      int size = (int) Math.min(left, CHUNK.length);
      left -= size;
      response.write(Buffer.buffer(CHUNK).slice(0, size));
    }
    if (left <= 0 && !response.ended() && !response.closed()) {
      response.end("\"}");
    }
  }
}
