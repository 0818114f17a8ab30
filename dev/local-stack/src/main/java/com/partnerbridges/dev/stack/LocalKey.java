package com.partnerbridges.dev.stack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The API keys of a local stack. They open nothing else, so everybody may know them. */
public enum LocalKey {
  POS("pos-1", "pos", "pos-local-key"),
  READER("office", "reader", "reader-local-key"),
  OPERATOR("operator", "operator", "operator-local-key");

  private final String owner;
  private final String role;
  private final String key;

  LocalKey(String owner, String role, String key) {
    this.owner = owner;
    this.role = role;
    this.key = key;
  }

  public String role() {
    return role;
  }

  public String key() {
    return key;
  }

  /** The value of {@code API_KEYS}: {@code name:role:sha256hex,…}. */
  static String setting() {
    return Arrays.stream(values())
        .map(key -> key.owner + ":" + key.role + ":" + key.sha256())
        .collect(Collectors.joining(","));
  }

  private String sha256() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
