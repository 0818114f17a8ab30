package com.partnerbridges.iute.webhook;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A letter in its envelope. The headers may be null.
 *
 * @param genuine whether the service must believe it
 */
record SignedLetter(Letter letter, String signature, String timestamp, boolean genuine) {

  HttpRequest request(String service) {
    String path = letter.confirms() ? "/iute/confirmation" : "/iute/cancellation";
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(letter.body()));
    if (signature != null) {
      request.header("x-iute-signature", signature);
    }
    if (timestamp != null) {
      request.header("x-iute-timestamp", timestamp);
    }
    return request.build();
  }
}
