package com.partnerbridges.shared.edge;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request body of undeclared length, read up to the limit. */
final class LimitedBody extends FilterInputStream {
  private long left;

  LimitedBody(InputStream body, long limit) {
    super(body);
    left = limit;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int read) throws TooLarge {
    left -= read;
    if (left < 0) {
      throw new TooLarge();
    }
  }

  /** An IOException, since JSON readers let those through as they are. */
  static final class TooLarge extends IOException {
    TooLarge() {
      super("the request body is larger than allowed");
    }
  }
}
