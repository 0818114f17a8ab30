package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.buffer.Buffer;
import java.util.Iterator;

/** The beginning of a body, in pieces that are not larger than wanted. */
final class Pieces implements Iterator<Buffer> {
  private final Iterator<Buffer> source;
  private final int pieceBytes;
  private Buffer at;
  private int from;
  private long left;

  Pieces(Buffer first, Iterator<Buffer> rest, long mostBytes, int pieceBytes) {
    this.at = first;
    this.source = rest;
    this.left = mostBytes;
    this.pieceBytes = pieceBytes;
  }

  @Override
  public boolean hasNext() {
    while (from == at.length() && source.hasNext()) {
      at = source.next();
      from = 0;
    }
    return left > 0 && from < at.length();
  }

  @Override
  public Buffer next() {
    int size = (int) Math.min(left, Math.min(pieceBytes, at.length() - from));
    Buffer piece = at.slice(from, from + size);
    from += size;
    left -= size;
    return piece;
  }
}
