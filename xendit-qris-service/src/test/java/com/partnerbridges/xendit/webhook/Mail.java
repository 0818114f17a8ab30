package com.partnerbridges.xendit.webhook;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A letter in its envelope. The headers may be null. */
record Mail(Letter letter, String webhookId, String token) {

  static final String TOKEN = "sandbox-callback-token";
  static final String PREVIOUS_TOKEN = "previous-callback-token";

  boolean genuine() {
    return TOKEN.equals(token) || PREVIOUS_TOKEN.equals(token);
  }

  int expectedStatus() {
    return genuine() ? 200 : token == null ? 401 : 403;
  }

  /** Two with the same key are copies of one. */
  String key() {
    return webhookId == null ? "sha256:" + sha256(letter.body()) : webhookId;
  }

  HttpRequest request(URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(letter.body()));
    if (webhookId != null) {
      request.header("webhook-id", webhookId);
    }
    if (token != null) {
      request.header("x-callback-token", token);
    }
    return request.build();
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
