package com.partnerbridges.shared.edge;

import io.netty.handler.codec.http.HttpResponseStatus;

/** The phrase of a status, in the words of RFC 9110. */
final class HttpTitle {
  private HttpTitle() {}

  static String of(int status) {
    return HttpResponseStatus.valueOf(status).reasonPhrase();
  }
}
