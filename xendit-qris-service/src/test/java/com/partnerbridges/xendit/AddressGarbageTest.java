package com.partnerbridges.xendit;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Paths and queries, as they go over the wire. */
@QuarkusTest
class AddressGarbageTest extends GarbageTest {

  private static final List<String> EXTERNAL_IDS =
      List.of(
          "gar-bage",
          "%00",
          "TRX-1-20260131083000-0000ABCD%00",
          "TRX-1-20260131083000-0000ABCD%0a",
          "TRX-1-20260131083000-0000abcd",
          "TRX-1-20260131083000-0000ABCDE",
          "TRX-99999999999999999999-20260131083000-0000ABCD",
          "%20",
          "%ff%fe",
          "%ed%a0%80",
          "%f0%9f%98%80",
          "..%2f..%2fetc%2fpasswd",
          "%27%3bdrop%20table%20transactions%3b--",
          "gar-bage%27%20or%20%271%27=%271",
          "%3Cscript%3E",
          "a".repeat(3000));
  private static final List<String> IDS =
      List.of("gar-bage", "-1", "0", "1.5", "1e3", "0x1", "%00", "%D9%A0x", "99999999999999999999");
  private static final List<String> PARTS =
      List.of(
          "skip=-1",
          "skip=gar-bage",
          "skip=1000001",
          "skip=1.5",
          "skip=%00",
          "limit=0",
          "limit=1001",
          "limit=-1",
          "limit=1.5",
          "limit=1e2",
          "limit=gar-bage",
          "limit=99999999999");
  private static final List<String> SEARCHES =
      List.of("search=%00", "search=gar-bage%0a", "search=%c2%85", "search=" + "a".repeat(101));
  private static final List<String> STATUSES =
      List.of(
          "status=gar-bage",
          "status=completed",
          "status=PENDING%00",
          "status=0",
          "status=PENDING,X");
  private static final List<String> LOCATIONS =
      List.of(
          "location_id=gar-bage",
          "location_id=1.5",
          "location_id=%00",
          "location_id=99999999999999999999");
  private static final List<String> TIMES =
      List.of(
          "from=gar-bage",
          "from=2026-02-30",
          "from=2026-02-30T00:00:00Z",
          "from=0",
          "from=%00",
          "from=%2B1000000000-12-31T23:59:59Z",
          "to=-1000000000-01-01T00:00:00Z",
          "to=-1",
          "to=2026-01-31T25:00:00Z");
  private static final List<String> DAYS =
      List.of(
          "from=gar-bage",
          "from=2026-02-30",
          "from=%00",
          "from=2026-02-02&to=2026-02-01",
          "from=0001-01-01",
          "to=%2B999999999-12-31",
          "from=-999999999-01-01&to=-999999999-01-02",
          "from=%2B999999999-12-31&to=%2B999999999-12-31",
          "from=2026-01-01T00:00:00Z");

  /** What each call takes, and must not. */
  private static final Map<String, List<String>> QUERIES =
      Map.of(
          "/transactions", all(PARTS, SEARCHES, STATUSES, LOCATIONS, TIMES),
          "/transactions/count", STATUSES,
          "/locations", all(PARTS, SEARCHES),
          "/prices", PARTS,
          "/attention", all(PARTS, List.of("open=gar-bage", "open=1", "open=%00")),
          "/reports/daily", all(DAYS, LOCATIONS));

  private static final List<String> WAITS =
      List.of("gar-bage", "-1", "31", "1.5", "99999999999", "-2147483648", "NaN", "%00");

  /** Odd, but nothing that could not be meant. */
  private static final List<String> BEARABLE =
      List.of(
          "search=%ff",
          "search=%ed%a0%80",
          "search=%25",
          "search=%5C",
          "search=%27%3bdrop%20table%20transactions%3b--",
          "search=%27%20or%20%271%27=%271",
          "search=%27)%20union%20select%20null--",
          "search=$1",
          "search=",
          "location_id=-1",
          "location_id=",
          "from=9999-12-31T00:00:00Z&to=0000-01-01T00:00:00Z",
          "limit=",
          "status=",
          "status=,",
          "gar-bage=%00",
          "limit=1&limit=gar-bage",
          "&&==&",
          "=");

  @Test
  void externalIds() {
    for (String id : EXTERNAL_IDS) {
      String path = "/api/v1/transactions/";
      assertRefused(request("GET " + path + "external/" + id, ""));
      assertRefused(request("GET " + path + "external/" + id + "/qr.svg", ""));
      assertRefused(request("GET " + path + id + "/photos", ""));
      assertRefused(request("POST " + path + id + "/photos", STAFF).with("{\"urls\":[]}"));
      assertRefused(request("POST " + path + id + "/photos/email", STAFF).with("{}"));
      assertRefused(request("POST " + path + id + "/refund", ADMIN).with("{\"reason\":\"late\"}"));
    }
  }

  @Test
  void ids() {
    for (String id : IDS) {
      for (String things : List.of("/api/v1/locations/", "/api/v1/prices/")) {
        assertRefused(request("GET " + things + id, ADMIN));
        assertRefused(request("DELETE " + things + id, ADMIN));
        assertRefused(
            request("PUT " + things + id, ADMIN)
                .with("{\"ml_name\":\"a\",\"mp_name\":\"a\",\"mp_amount\":1}"));
      }
      assertRefused(
          request("POST /api/v1/attention/" + id + "/resolve", ADMIN).with("{\"note\":\"seen\"}"));
    }
  }

  @Test
  void queries() {
    QUERIES.forEach(
        (path, queries) ->
            queries.forEach(
                query -> assertRefused(request("GET /api/v1" + path + "?" + query, ADMIN))));
    WAITS.forEach(
        wait ->
            assertRefused(
                request("GET /api/v1/transactions/external/" + paid + "?wait=" + wait, "")));
  }

  @Test
  void oddButBearableQueries() {
    QUERIES
        .keySet()
        .forEach(
            path ->
                BEARABLE.forEach(
                    query -> assertBearable(request("GET /api/v1" + path + "?" + query, ADMIN))));
  }

  @Test
  void addressesThatAreNone() {
    List.of(
            "/gar-bage",
            "/transactions/gar-bage",
            "/locations/1/2/3",
            "/",
            "//",
            "/transactions/external")
        .forEach(path -> assertRefused(request("GET /api/v1" + path, ADMIN)));
    List.of("/transactions/%zz", "/locations/%", "/prices?limit=%zz", "/" + "a".repeat(9000))
        .forEach(path -> assertBearable(request("GET /api/v1" + path, ADMIN)));
    assertBearable(request("GET gar-bage", ADMIN));
  }

  @Test
  void methods() {
    for (String method : List.of("PATCH", "TRACE", "GARBAGE")) {
      QUERIES.keySet().forEach(path -> assertRefused(request(method + " /api/v1" + path, ADMIN)));
    }
    assertRefused(request("DELETE /api/v1/transactions", ADMIN));
    assertRefused(request("PUT /api/v1/transactions/" + paid + "/refund", ADMIN));
    assertRefused(request("GET /api/v1/transactions/" + paid + "/refund", ADMIN));
    assertRefused(request("DELETE /api/v1/transactions/external/" + paid, ADMIN));
    assertRefused(request("GET /api/v1/webhooks/xendit", ""));
    assertRefused(request("PUT /api/v1/webhooks/xendit", ""));
    assertRefused(request("GET /internal/jobs/due-work", ADMIN));
  }

  @SafeVarargs
  private static List<String> all(List<String>... some) {
    return Stream.of(some).flatMap(List::stream).toList();
  }
}
