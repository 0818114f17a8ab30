package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Iterator;

/** Writes a body piece by piece, as fast as the reader takes it; others get their turn between. */
final class BodyStream {
  private final RoutingContext call;
  private final HttpServerResponse response;
  private final Iterator<Buffer> pieces;
  private final long pauseMillis;
  private final Runnable end;

  /**
   * @param pauseMillis before each piece but the first; 0 for none
   * @param end what to do after the last piece
   */
  BodyStream(RoutingContext call, Iterator<Buffer> pieces, long pauseMillis, Runnable end) {
    this.call = call;
    this.response = call.response();
    this.pieces = pieces;
    this.pauseMillis = pauseMillis;
    this.end = end;
  }

  void send() {
    response.setChunked(true).exceptionHandler(readerLeft -> {});
    response.drainHandler(drained -> next());
    next();
  }

  private void next() {
    if (response.closed() || response.ended()) {
      return;
    }
    if (!pieces.hasNext()) {
      end.run();
      return;
    }
    response.write(pieces.next());
    if (pauseMillis > 0) {
      call.vertx().setTimer(pauseMillis, timer -> next());
    } else if (!response.writeQueueFull()) {
      call.vertx().runOnContext(turn -> next());
    }
  }
}
