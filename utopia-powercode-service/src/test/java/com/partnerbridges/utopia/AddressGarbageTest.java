package com.partnerbridges.utopia;

import static com.partnerbridges.dev.testkit.JsonGarbage.and;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths, queries and keys, as they go over the wire. */
@QuarkusTest
class AddressGarbageTest extends GarbageTest {

  private static final List<String> REFS =
      List.of(
          "%00",
          "gar-bage%00",
          "%0a",
          "%20",
          "%ff%fe",
          "%ed%a0%80",
          "%c3%a9",
          "%f0%9f%98%80",
          "..%2f..%2fetc%2fpasswd",
          "%27%3bdrop%20table%20orders%3b--",
          "gar-bage%27%20or%20%271%27=%271",
          "%3Cscript%3E",
          "-gar-bage",
          "a".repeat(65),
          "a".repeat(3000));

  private static final List<String> PARTS =
      List.of(
          "skip=-1",
          "skip=gar-bage",
          "skip=1000001",
          "skip=%00",
          "limit=0",
          "limit=501",
          "limit=-1",
          "limit=1.5",
          "limit=1e2",
          "limit=99999999999");

  private static final List<String> ORDERS =
      and(
          PARTS,
          "state=gar-bage",
          "state=dead",
          "state=DEAD%00",
          "state=0",
          "search=%00",
          "search=gar-bage%0a",
          "search=%c2%85",
          "search=" + "a".repeat(101),
          "from=gar-bage",
          "from=2026-02-30",
          "from=0",
          "from=%00",
          "from=%2B1000000000-12-31T23:59:59Z",
          "to=-1000000000-01-01T00:00:00Z",
          "to=-1",
          "to=2026-01-31T25:00:00Z");

  private static final List<String> CALLBACKS =
      and(
          PARTS,
          "kind=gar-bage",
          "kind=test",
          "kind=TEST%00",
          "orderref=%00",
          "orderref=gar-bage%0a",
          "orderref=" + "a".repeat(202));

  /** Odd, but nothing that could not be meant. */
  private static final List<String> BEARABLE =
      List.of(
          "search=%ff",
          "search=%ed%a0%80",
          "search=%25%25%25",
          "search=%5C",
          "search=_",
          "search=$1",
          "search=%20",
          "search=%27%3bdrop%20table%20orders%3b--",
          "search=%27)%20union%20select%20null--",
          "from=9999-12-31&to=0000-01-01",
          "orderref=%27%20or%20%271%27=%271",
          "kind=",
          "limit=",
          "state=",
          "gar-bage=%00",
          "limit=1&limit=gar-bage",
          "&&==&",
          "=");

  @Test
  void orderrefs() {
    for (String ref : REFS) {
      assertRefused(request("GET /orders/" + ref, READER));
      assertRefused(request("POST /orders/" + ref + "/dry-run", OPERATOR));
      assertRefused(request("POST /orders/" + ref + "/retry", OPERATOR).with("{}"));
      assertRefused(request("POST /orders/" + ref + "/resolve", OPERATOR).with("{\"note\":\"a\"}"));
      assertRefused(request("POST /orders/" + ref + "/step", OPERATOR).with("{\"step\":\"tags\"}"));
    }
  }

  @Test
  void queries() {
    ORDERS.forEach(query -> assertRefused(request("GET /orders?" + query, READER)));
    CALLBACKS.forEach(query -> assertRefused(request("GET /callbacks?" + query, READER)));
  }

  @Test
  void oddButBearableQueries() {
    for (String query : BEARABLE) {
      assertBearable(request("GET /orders?" + query, READER));
      assertBearable(request("GET /callbacks?" + query, READER));
    }
  }

  @Test
  void addressesThatAreNone() {
    List.of("/orders/1/2/3", "/orders/UIA-1/gar-bage", "/callbacks/1", "/orders-board/gar-bage")
        .forEach(path -> assertRefused(request("GET " + path, OPERATOR)));
    List.of("/orders/%zz", "/orders/%", "/orders?limit=%zz", "/orders/", "//", "gar-bage")
        .forEach(path -> assertBearable(request("GET " + path, READER)));
    assertBearable(request("GET /orders-board/..%2f..%2fapplication.properties", READER));
    assertBearable(request("GET /" + "a".repeat(9000), READER));
  }

  @Test
  void methods() {
    for (String method : List.of("DELETE", "PUT", "PATCH", "TRACE", "GARBAGE")) {
      assertRefused(request(method + " /orders", OPERATOR));
      assertRefused(request(method + " " + ORDER, OPERATOR));
      assertRefused(request(method + " /callbacks", OPERATOR));
    }
    assertRefused(request("GET " + ORDER + "/retry", OPERATOR));
    assertRefused(request("POST " + ORDER, OPERATOR));
    assertRefused(request("POST /callbacks", OPERATOR));
  }

  @Test
  void keys() {
    for (String key :
        List.of("", " ", "gar-bage", "\u00e9", "gar\tbage", "a".repeat(6000), READER + "x")) {
      assertRefused(request("GET /orders", key));
      assertRefused(request("POST " + ORDER + "/retry", key).with("{\"repeat\":\"ticket\"}"));
    }
    assertRefused(request("POST " + ORDER + "/retry", READER).with("{\"repeat\":\"ticket\"}"));
  }
}
