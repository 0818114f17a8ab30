package com.partnerbridges.iiko.sync;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over all that is kept of a record, each value with its length before it. Numbers that are
 * equal are alike however they are written, so 12.50 instead of 12.5 is no change.
 */
final class ContentHash {

  private static final int NONE = -1;

  private final MessageDigest digest;

  ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @param value may be null, which is not the same as empty
   */
  ContentHash add(Object value) {
    if (value == null) {
      length(NONE);
      return this;
    }
    String canonical =
        value instanceof BigDecimal number
            ? number.stripTrailingZeros().toPlainString()
            : value.toString();
    byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
    length(bytes.length);
    digest.update(bytes);
    return this;
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void length(int length) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
  }
}
