package com.partnerbridges.xendit;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.RawHttp;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headers, as they go over the wire. */
@QuarkusTest
class HeaderGarbageTest extends GarbageTest {

  private static final String CREATE = "POST /api/v1/transactions";
  private static final String BODY = "{\"location_id\":1}";
  private static final String WEBHOOK = "POST /api/v1/webhooks/xendit";
  private static final String JOB = "POST /internal/jobs/due-work";
  private static final List<String> TEXT =
      List.of(
          "gar bage", "\u00e9", "\u00ff\u00fe", "gar\tbage", "{\"gar-bage\":1}", "a".repeat(6000));

  @Test
  void idempotencyKeys() {
    TEXT.stream()
        .filter(key -> !key.startsWith("{")) // visible ASCII
        .forEach(key -> assertRefused(create().with("Idempotency-Key", key)));
    assertRefused(create().with("Idempotency-Key", "a".repeat(129)));
  }

  @Test
  void tokens() {
    for (String garbage : TEXT) {
      assertRefused(RawHttp.of(CREATE).with(BODY).with("Authorization", garbage));
      assertRefused(RawHttp.of(CREATE).with(BODY).with("Authorization", "Bearer " + garbage));
      assertRefused(RawHttp.of(CREATE).with(BODY).with("Cookie", "ATLASTOKEN=" + garbage));
      assertRefused(RawHttp.of(JOB).with("X-API-Key", garbage));
      assertRefused(RawHttp.of(JOB).with("Authorization", garbage));
      assertRefused(RawHttp.of(JOB).with("Authorization", "Bearer " + garbage));
    }
    for (String none : List.of("", " ", "Bearer", "Bearer ", "Basic " + STAFF, STAFF)) {
      assertRefused(RawHttp.of(CREATE).with(BODY).with("Authorization", none));
    }
    assertRefused(create().with("Cookie", "ATLASTOKEN=gar-bage"));
    assertRefused(RawHttp.of(CREATE).with(BODY).with("Cookie", "=;;ATLASTOKEN=;=gar-bage"));
  }

  @Test
  void callbackTokens() {
    String body = "{\"external_id\":\"" + paid + "\",\"status\":\"FAILED\"}";
    for (String garbage : TEXT) {
      assertRefused(RawHttp.of(WEBHOOK).with(body).with("x-callback-token", garbage));
      assertRefused(
          RawHttp.of(WEBHOOK)
              .with(body)
              .with("x-callback-token", "wrong")
              .with("webhook-id", garbage));
    }
    for (String none : List.of("", " ", ",", "sandbox-callback-token,previous-callback-token")) {
      assertRefused(RawHttp.of(WEBHOOK).with(body).with("x-callback-token", none));
    }
    assertRefused(RawHttp.of(WEBHOOK).with("[".repeat(200_000)));
  }

  @Test
  void whatIsNotUsedIsBearable() {
    RawHttp poll = request("GET /api/v1/transactions/external/" + paid, "");
    for (String garbage : TEXT) {
      assertBearable(poll.with("If-None-Match", garbage));
      assertBearable(poll.with("If-None-Match", "\"" + garbage + "\", W/\"x"));
      assertBearable(poll.with("X-Request-ID", garbage));
      assertBearable(poll.with("X-Forwarded-For", garbage));
      assertBearable(poll.with("Origin", garbage));
      assertBearable(poll.with("Accept", garbage));
    }
  }

  @Test
  void aCallersOwnRequestIdIsUsedWhenItCanDoNoHarm() {
    for (String garbage : TEXT) {
      assertThat(
              request("GET /api/v1/locations", STAFF).with("X-Request-ID", garbage).send().head())
          .doesNotContain("gar bage", "gar-bage", "gar\tbage", "a".repeat(129))
          .containsPattern("(?i)x-request-id: [0-9a-f-]{36}");
    }
  }

  /** Refused below HTTP's own rules, before there is anything to write an envelope for. */
  @Test
  void requestsThatAreNoHttp() {
    List.of("gar-bage", "-1", "99999999999999999999")
        .forEach(length -> assertBearable(create().with("Content-Length", length)));
    RawHttp list = request("GET /api/v1/locations", STAFF);
    assertBearable(list.with("Transfer-Encoding", "gar-bage"));
    assertBearable(list.with("gar bage", "1"));
    assertBearable(list.with("X-Garbage", "a".repeat(20_000)));
    assertBearable(list.with("X-Garbage", "gar\u0000bage"));
    assertBearable(list.with("Authorization", "Bearer " + STAFF + "\u0000"));
  }

  @Test
  void mediaTypes() {
    List.of("application/xml", "gar-bage", "gar/bage", "image/png")
        .forEach(
            type -> assertRefused(request("GET /api/v1/locations", STAFF).with("Accept", type)));
  }

  private static RawHttp create() {
    return request(CREATE, STAFF).with(BODY);
  }
}
