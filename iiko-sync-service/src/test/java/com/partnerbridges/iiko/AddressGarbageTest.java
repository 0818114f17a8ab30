package com.partnerbridges.iiko;

import static com.partnerbridges.dev.testkit.JsonGarbage.and;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths, queries and tokens, as they go over the wire. */
@QuarkusTest
class AddressGarbageTest extends GarbageTest {

  private static final List<String> IDS =
      List.of(
          "%00",
          "gar-bage%00",
          "%0a",
          "%ff%fe",
          "%ed%a0%80",
          "%c3%a9",
          "%f0%9f%98%80",
          "..%2f..%2fetc%2fpasswd",
          "%27%3bdrop%20table%20invoice%3b--",
          "gar-bage%27%20or%20%271%27=%271",
          "%3Cscript%3E",
          "a".repeat(201),
          "a".repeat(3000));

  private static final List<String> PARTS =
      List.of("limit=0", "limit=501", "limit=-1", "limit=1.5", "limit=1e2", "limit=99999999999");

  private static final List<String> RECORDS =
      and(
          PARTS,
          "name=%00",
          "name=gar-bage%0a",
          "name=" + "a".repeat(201),
          "gone=gar-bage",
          "gone=1",
          "sync_status=gar-bage",
          "sync_status=ERROR",
          "after=gar-bage",
          "after=%00",
          "after=AA",
          "after=Cg",
          "after=YQ",
          "after=AAo",
          "after=_____w",
          "after=" + "a".repeat(2001));

  private static final List<String> INVOICES =
      and(
          RECORDS,
          "from=gar-bage",
          "from=2026-02-30",
          "from=2026-01-31T08:00:00Z",
          "to=%2B999999999-12-31",
          "to=-1",
          "after=YQp5ZXN0ZXJkYXk",
          "restaurant_id=%00",
          "restaurant_id=" + "a".repeat(201),
          "supplier_id=gar-bage%0a",
          "status=%00");

  private static final List<String> LOGS =
      and(
          PARTS,
          "skip=-1",
          "skip=1000001",
          "entity_type=gar-bage",
          "entity_type=all",
          "state=DONE",
          "state=failed",
          "from=gar-bage",
          "to=2026-02-30",
          "to=%2B1000000000-12-31T23:59:59Z");

  /** Odd, but nothing that could not be meant. */
  private static final List<String> BEARABLE =
      List.of(
          "name=%ff",
          "name=%25%25%25",
          "name=%5C",
          "name=_",
          "name=$1",
          "name=?",
          "name=%20",
          "name=%27%3bdrop%20table%20invoice%3b--",
          "from=9999-12-31&to=0001-01-01",
          "supplier_id=%27%20or%20%271%27=%271",
          "limit=",
          "gone=",
          "after=",
          "gar-bage=%00",
          "limit=1&limit=gar-bage",
          "&&==&",
          "=");

  @Test
  void ids() {
    for (String id : IDS) {
      for (String kind : List.of("restaurants", "stores", "suppliers", "invoices")) {
        assertRefused(request("GET /" + kind + "/" + id));
        assertRefused(request("PATCH /" + kind + "/" + id).with("{\"display_name\":\"a\"}"));
      }
    }
  }

  @Test
  void runs() {
    for (String id : and(IDS, "-1", "+1", "0", "1.5", "gar-bage", "9".repeat(18), "9".repeat(40))) {
      assertRefused(request("GET /runs/" + id));
      assertRefused(request("GET /runs/" + id + "/events"));
      assertRefused(request("POST /runs/" + id + "/cancel"));
    }
  }

  @Test
  void accounts() {
    for (String id : and(IDS, "gar-bage", "a".repeat(65), "*")) {
      assertRefused(raw("GET /api/v1/accounts/" + id + "/integrations/iiko/restaurants"));
      assertRefused(raw("GET /api/v1/accounts/" + id + "/integrations/iiko/runs/1/events"));
      assertRefused(raw("GET /console/accounts/" + id));
    }
  }

  @Test
  void queries() {
    for (String kind : List.of("restaurants", "stores", "suppliers", "invoices")) {
      RECORDS.forEach(query -> assertRefused(request("GET /" + kind + "?" + query)));
    }
    INVOICES.forEach(query -> assertRefused(request("GET /invoices?" + query)));
    LOGS.forEach(query -> assertRefused(request("GET /logs?" + query)));
    assertRefused(request("GET /stores?restaurant_id=%00"));
  }

  @Test
  void oddButBearableQueries() {
    for (String query : BEARABLE) {
      for (String kind : List.of("restaurants", "stores", "suppliers", "invoices", "logs")) {
        assertBearable(request("GET /" + kind + "?" + query));
      }
    }
  }

  @Test
  void addressesThatAreNone() {
    List.of("/invoices/1/2/3", "/gar-bage", "/restaurants/d-1/gar-bage", "/", "")
        .forEach(path -> assertRefused(request("GET " + path)));
    List.of("/invoices/%zz", "/invoices/%", "/invoices?limit=%zz", "/invoices/", "//")
        .forEach(path -> assertBearable(request("GET " + path)));
    assertRefused(raw("GET /console/gar-bage"));
    assertBearable(raw("GET /console/..%2f..%2fapplication.properties"));
    assertBearable(raw("GET /" + "a".repeat(9000)));
  }

  @Test
  void methods() {
    for (String method : List.of("DELETE", "PUT", "POST", "TRACE", "GARBAGE")) {
      for (String path : List.of("/restaurants", "/restaurants/d-1", "/invoices", "/logs")) {
        assertRefused(request(method + " " + path).with("{}"));
      }
    }
    assertRefused(request("PATCH /invoices/i-1").with("{\"display_name\":\"a\"}"));
    assertRefused(request("PATCH /restaurants").with("{\"display_name\":\"a\"}"));
  }

  @Test
  void tokens() {
    for (String authorization :
        List.of(
            "",
            " ",
            "Bearer",
            "Bearer ",
            "Bearer gar-bage",
            "Bearer a.b.c",
            "Bearer \u00e9",
            "Bearer " + "a".repeat(6000),
            "Bearer " + token() + "x",
            "Bearer " + token() + " " + token(),
            "Basic " + token(),
            "Basic Z2FyOmJhZ2U=",
            "gar-bage " + token())) {
      assertRefused(raw("GET " + at(account, "/restaurants"), authorization));
      assertRefused(raw("GET /console/accounts", authorization));
      assertRefused(
          raw("PATCH " + at(account, "/restaurants/d-1"), authorization)
              .with("{\"display_name\":\"a\"}"));
    }
  }
}
