package com.partnerbridges.iiko.gateway;

import com.partnerbridges.shared.edge.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What iiko takes instead of a password: its SHA-1, unsalted, in small hexadecimal digits. */
final class PasswordHash {

  private PasswordHash() {}

  static String of(Secret password) {
    try {
      byte[] bytes = password.value().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
