package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.buffer.Buffer;
import java.util.Iterator;

/** One JSON string of any length, with little memory. */
final class HugeBody implements Iterator<Buffer> {
  private static final Buffer CHUNK = Buffer.buffer("x".repeat(64 * 1024));

  private long left;
  private boolean begun;
  private boolean ended;

  HugeBody(long bytes) {
    this.left = bytes;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public Buffer next() {
    if (!begun) {
      begun = true;
      return Buffer.buffer("{\"message\":\"");
    }
    if (left <= 0) {
      ended = true;
      return Buffer.buffer("\"}");
    }
    int size = (int) Math.min(left, CHUNK.length());
    left -= size;
    return CHUNK.slice(0, size);
  }
}
