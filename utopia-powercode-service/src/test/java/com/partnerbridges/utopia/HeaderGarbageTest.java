package com.partnerbridges.utopia;

import com.partnerbridges.dev.testkit.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headers, as they go over the wire. */
@QuarkusTest
class HeaderGarbageTest extends GarbageTest {

  private static final String RETRY = "POST " + ORDER + "/retry";

  @Test
  void mediaTypes() {
    for (String type : List.of("text/plain", "application/xml", "gar-bage", "gar/bage/;=", ";")) {
      assertRefused(retry().with("Content-Type", type));
    }
    for (String type : List.of("application/xml", "gar-bage", "gar/bage")) {
      assertRefused(request("GET /orders", READER).with("Accept", type));
      assertRefused(request("GET /callbacks", READER).with("Accept", type));
    }
  }

  @Test
  void bodiesOverTheLimit() {
    String tooLarge = String.valueOf(64 * 1024 + 1);

    assertRefused(retry().with("Content-Length", tooLarge));
    assertRefused(request("POST /orders", OPERATOR).with("Content-Length", tooLarge));
    assertRefused(request("POST /api-callback", "").with("Content-Length", tooLarge));
  }

  /** Refused below HTTP's own rules, before there is anything to write a problem for. */
  @Test
  void requestsThatAreNoHttp() {
    for (String length : List.of("gar-bage", "-1", "99999999999999999999")) {
      assertBearable(retry().with("Content-Length", length));
    }
    RawHttp list = request("GET /orders", READER);
    assertBearable(list.with("Transfer-Encoding", "gar-bage"));
    assertBearable(list.with("gar bage", "1"));
    assertBearable(list.with("X-Garbage", "a".repeat(20_000)));
    assertBearable(list.with("X-Garbage", "gar\u0000bage"));
    assertBearable(list.with("X-API-Key", READER + "\u0000"));
    assertBearable(list.with("X-Forwarded-For", "gar-bage, ::1, \u00ff"));
  }

  private static RawHttp retry() {
    return request(RETRY, OPERATOR).with("{\"repeat\":\"tags\"}");
  }
}
