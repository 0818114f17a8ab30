package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.buffer.Buffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;

/**
 * What a partner's operation wants to answer, before a fault has its way with it.
 *
 * @param headers besides the content type
 * @param body the whole body, or the beginning of one that is made while it is sent
 * @param rest what follows the body; nothing most of the time
 */
public record Answer(
    int status,
    String contentType,
    Map<String, String> headers,
    Buffer body,
    Iterator<Buffer> rest) {
  private static final int STREAM_EXCERPT_BYTES = 1024;

  private static Answer whole(int status, String contentType, Buffer body) {
    return new Answer(status, contentType, Map.of(), body, Collections.emptyIterator());
  }

  public static Answer json(int status, Object value) {
    return whole(status, "application/json", Buffer.buffer(Json.bytes(value)));
  }

  public static Answer text(int status, String contentType, String text) {
    return whole(status, contentType, Buffer.buffer(text));
  }

  /** 200 with a body of any length, made no faster than it is read. */
  public static Answer streamed(String contentType, Iterator<Buffer> pieces) {
    Buffer first = pieces.hasNext() ? pieces.next() : Buffer.buffer();
    return new Answer(200, contentType, Map.of(), first, pieces);
  }

  public Answer with(Map<String, String> newHeaders) {
    return new Answer(status, contentType, newHeaders, body, rest);
  }

  /** What is kept of the body: less of a long one, for there are many of those. */
  String excerpt() {
    boolean kept = !rest.hasNext() || body.length() <= STREAM_EXCERPT_BYTES;
    return Excerpt.of(kept ? body : body.slice(0, STREAM_EXCERPT_BYTES));
  }

  Iterator<Buffer> pieces(long mostBytes, int pieceBytes) {
    return new Pieces(body, rest, mostBytes, pieceBytes);
  }

  /** Where a cut answer ends unless the fault says it. */
  long middle() {
    return body.length() / 2;
  }

  boolean isWhole() {
    return !rest.hasNext();
  }
}
