package com.partnerbridges.shared.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;

/** UTF-8 that refuses what it cannot carry; {@code String.getBytes} would turn it into '?'. */
final class StrictUtf8 {

  private StrictUtf8() {}

  static byte[] encode(String text) {
    try {
      ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("The text has an unpaired surrogate");
    }
  }
}
