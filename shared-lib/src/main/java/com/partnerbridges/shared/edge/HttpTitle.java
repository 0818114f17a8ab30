package com.partnerbridges.shared.edge;

import io.netty.handler.codec.http.HttpResponseStatus;

/** The phrase of a status, in the words of RFC 9110. */
final class HttpTitle {
  private HttpTitle() {}

  static String of(int status) {
    String phrase = HttpResponseStatus.valueOf(status).reasonPhrase();
    return phrase.endsWith(")") ? "HTTP " + status : phrase; // "Client Error (418)" is no phrase
  }
}
