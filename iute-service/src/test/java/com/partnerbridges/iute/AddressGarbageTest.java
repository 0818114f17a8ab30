package com.partnerbridges.iute;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths and queries, as they go over the wire. */
@QuarkusTest
class AddressGarbageTest extends GarbageTest {

  private static final List<String> ORDER_IDS =
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
          "%27%3bdrop%20table%20payment%3b--",
          "gar-bage%27%20or%20%271%27=%271",
          "%3Cscript%3E",
          "a".repeat(65),
          "a".repeat(3000));
  private static final List<String> ITEM_IDS =
      List.of("gar-bage", "-1", "0", "1.5", "1e3", "0x1", "%00", "%D9%A0x", "99999999999999999999");

  private static final List<String> LIST_QUERIES =
      List.of(
          "status=gar-bage",
          "status=paid",
          "status=PAID%00",
          "status=0",
          "from=gar-bage",
          "from=2026-02-30",
          "from=0",
          "from=%00",
          "from=%2B1000000000-12-31T23:59:59Z",
          "to=-1000000000-01-01T00:00:00Z",
          "to=-1",
          "to=2026-01-31T25:00:00Z",
          "salesman=%00",
          "salesman=gar-bage%0a",
          "salesman=" + "a".repeat(101),
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
  private static final List<String> WAITS =
      List.of("gar-bage", "-1", "31", "1.5", "99999999999", "-2147483648", "NaN", "%00");

  /** Odd, but nothing that could not be meant. */
  private static final List<String> BEARABLE =
      List.of(
          "salesman=%ff",
          "salesman=%ed%a0%80",
          "salesman=%27%3bdrop%20table%20payment%3b--",
          "salesman=%25",
          "from=9999-12-31&to=0000-01-01",
          "limit=",
          "status=",
          "gar-bage=%00",
          "limit=1&limit=gar-bage",
          "&&==&",
          "=");

  @Test
  void orderIds() {
    for (String id : ORDER_IDS) {
      assertRefused(request("GET /payment_status/" + id, POS));
      assertRefused(request("POST /payments/" + id + "/withdraw", POS));
      assertRefused(request("GET /payments/" + id, READER));
    }
  }

  @Test
  void attentionIds() {
    for (String id : ITEM_IDS) {
      assertRefused(
          request("POST /attention/" + id + "/resolve", OPERATOR)
              .with("{\"decision\":\"DISMISSED\",\"note\":\"looked at\"}"));
    }
  }

  @Test
  void queries() {
    LIST_QUERIES.forEach(query -> assertRefused(request("GET /payments?" + query, READER)));
    LIST_QUERIES.stream()
        .filter(query -> query.matches("(skip|limit)=.*"))
        .forEach(query -> assertRefused(request("GET /attention?" + query, OPERATOR)));
    assertRefused(request("GET /attention?open=gar-bage", OPERATOR));
    WAITS.forEach(wait -> assertRefused(request("GET /payment_status/order-1?wait=" + wait, POS)));
  }

  @Test
  void oddButBearableQueries() {
    BEARABLE.forEach(query -> assertBearable(request("GET /payments?" + query, READER)));
  }

  @Test
  void addressesThatAreNone() {
    List.of("/gar-bage", "/payments/", "/payments/1/2/3", "//", "/create_iute_payment/gar-bage")
        .forEach(path -> assertBearable(request("GET " + path, READER)));
    List.of(
            "/payments/%zz",
            "/payments/%", "/payments?limit=%zz", "gar-bage", "/" + "a".repeat(9000))
        .forEach(path -> assertBearable(request("GET " + path, READER)));
  }

  @Test
  void methods() {
    for (String method : List.of("DELETE", "PUT", "PATCH", "TRACE", "GARBAGE")) {
      assertRefused(request(method + " /payments", READER));
      assertRefused(request(method + " /create_iute_payment", POS));
      assertRefused(request(method + " /iute/confirmation", POS));
    }
    assertRefused(request("GET /create_iute_payment", POS));
    assertRefused(request("GET /iute/cancellation", POS));
    assertRefused(request("POST /payments", READER));
  }
}
