package com.partnerbridges.dev.sandbox.iiko;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import java.util.Iterator;

/** Texts one after the other as bytes, gathered until a piece is worth sending. */
final class EncodedText implements Iterator<Buffer> {
  private static final int WORTH_SENDING = 32 * 1024;

  private final Iterator<String> texts;
  private final Charset charset;

  EncodedText(Iterator<String> texts, Charset charset) {
    this.texts = texts;
    this.charset = charset;
  }

  @Override
  public boolean hasNext() {
    return texts.hasNext();
  }

  @Override
  public Buffer next() {
    Buffer piece = Buffer.buffer();
    while (piece.length() < WORTH_SENDING && texts.hasNext()) {
      piece.appendBytes(texts.next().getBytes(charset));
    }
    return piece;
  }
}
