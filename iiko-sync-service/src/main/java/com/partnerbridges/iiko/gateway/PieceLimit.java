package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds what a parser reads for one event: it keeps comments, CDATA sections and attributes in
 * memory as a whole.
 */
final class PieceLimit extends FilterInputStream {

  static final int LARGEST = 16 * 1024 * 1024;

  private int piece;

  PieceLimit(InputStream body) {
    super(body);
  }

  void nextPiece() {
    piece = 0;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(1);
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(count);
    return count;
  }

  private void count(int more) throws CutOff {
    piece += more;
    if (piece > LARGEST) {
      throw new CutOff(
          new IikoTrouble(
              Kind.TOO_LARGE, "One part of the answer is larger than " + LARGEST + " bytes."));
    }
  }
}
