package com.partnerbridges.dev.sandbox.xendit;

import java.util.Map;

/** Any bytes with any headers for the registered URL. */
record RawXenditWebhook(byte[] body, Map<String, String> headers) {
  RawXenditWebhook {
    if (body == null) {
      throw new IllegalArgumentException("body is required");
    }
    headers = headers == null ? Map.of() : headers;
  }
}
