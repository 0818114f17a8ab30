package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body for a thread that reads it at its own pace: no more is taken from the server
 * than was asked for here. Closed before its end, it cuts the connection.
 */
final class BodyStream extends InputStream {

  /** So many pieces of at most 64 KiB are held. */
  private static final int AHEAD = 16;

  /** So many times the longest silence may all silences of an answer be together. */
  private static final int MOST_SILENCES = 10;

  private enum End {
    COMPLETE,
    BROKEN
  }

  private final BlockingQueue<Object> arrived = new LinkedBlockingQueue<>();
  private final HttpClientRequest request;
  private final HttpClientResponse response;
  private final Context context;
  private final Duration patience;
  private final long limit;

  private Buffer piece = Buffer.buffer();
  private int position;
  private int asked;
  private long waitedNanos;
  private long bytes;
  private boolean complete;

  /** On the event loop, before the first piece of the body. */
  BodyStream(
      HttpClientRequest request,
      HttpClientResponse response,
      Context context,
      Duration patience,
      long limit) {
    this.request = request;
    this.response = response;
    this.context = context;
    this.patience = patience;
    this.limit = limit;
    response.pause();
    response.exceptionHandler(broken -> arrived.add(End.BROKEN));
    response.endHandler(end -> arrived.add(End.COMPLETE));
    response.handler(arrived::add);
  }

  /** How much came so far. */
  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    while (position == piece.length()) {
      if (complete || length == 0) {
        return length == 0 ? 0 : -1;
      }
      next();
    }
    int count = Math.min(length, piece.length() - position);
    piece.getBytes(position, position + count, target, offset);
    position += count;
    return count;
  }

  @Override
  public void close() {
    if (!complete) {
      request.reset();
    }
  }

  private void next() throws CutOff {
    if (asked <= AHEAD / 2) {
      int more = AHEAD - asked;
      asked = AHEAD;
      context.runOnContext(turn -> response.fetch(more));
    }
    Object next = await();
    if (next instanceof Buffer more) {
      asked--;
      bytes += more.length();
      if (bytes > limit) {
        throw cut(Kind.TOO_LARGE, "The answer is larger than " + limit + " bytes.");
      }
      piece = more;
      position = 0;
    } else if (next == End.COMPLETE) {
      complete = true;
    } else {
      throw cut(Kind.UNREACHABLE, "The connection broke in the middle of the answer.");
    }
  }

  private Object await() throws CutOff {
    long begin = System.nanoTime();
    try {
      Object next = arrived.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      waitedNanos += System.nanoTime() - begin;
      if (next == null || waitedNanos > patience.multipliedBy(MOST_SILENCES).toNanos()) {
        throw cut(Kind.UNREACHABLE, "The server stopped in the middle of the answer.");
      }
      return next;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw cut(Kind.UNREACHABLE, "The call was given up.");
    }
  }

  private CutOff cut(Kind kind, String message) {
    close();
    return new CutOff(new IikoTrouble(kind, message));
  }
}
