package com.partnerbridges.dev.sandbox.iute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.room.Faults;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.RecordedCall;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class IuteFaultTest extends IuteRig {

  @Test
  void statusFaultLastsForTheSetNumberOfCalls() throws Exception {
    control.setFault("create", Fault.status(503).times(2));

    int[] statuses = {create().statusCode(), create().statusCode(), create().statusCode()};

    assertThat(statuses).containsExactly(503, 503, 200);
    assertThat(control.faults()).isEmpty();
    assertThat(control.counter("create").statuses()).containsEntry(503, 2L).containsEntry(200, 1L);
  }

  @Test
  void faultStaysUntilItIsCleared() throws Exception {
    control.setFault(Faults.ALL, Fault.status(429));

    int[] statuses = {create().statusCode(), iute.status(orderId).statusCode()};

    assertThat(statuses).containsOnly(429);
    control.clearFaults();
    assertThat(create().statusCode()).isEqualTo(200);
  }

  @Test
  void operationsOwnFaultComesBeforeTheOneForAll() throws Exception {
    control.setFault(Faults.ALL, Fault.status(500));
    control.setFault("me", Fault.status(502));

    assertThat(iute.me("sandbox-token").statusCode()).isEqualTo(502);

    control.clearFault("me");
    assertThat(iute.me("sandbox-token").statusCode()).isEqualTo(500);
  }

  @Test
  void statusFaultCanHaveAnHtmlBody() throws Exception {
    control.setFault("create", Fault.htmlStatus(502));

    HttpResponse<String> answer = create();

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("content-type")).contains("text/html");
    assertThat(answer.body()).contains("<h1>");
  }

  @Test
  void slowCallIsAnsweredAfterTheLatency() throws Exception {
    control.setFault("create", Fault.slow(Duration.ofMillis(300)));
    long start = System.nanoTime();

    HttpResponse<String> answer = create();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    assertThat(control.calls("create").get(0).millis()).isGreaterThanOrEqualTo(290);
  }

  @Test
  void droppedBeforeMeansNothingWasDone() {
    control.setFault("create", Fault.dropBefore());

    assertThatThrownBy(this::create).isInstanceOf(IOException.class);

    assertThatThrownBy(() -> control.order(orderId)).isInstanceOf(NoSuchElementException.class);
    assertThat(control.counter("create").dropped()).isEqualTo(1);
  }

  @Test
  void droppedAfterMeansTheOrderIsThere() {
    control.setFault("create", Fault.dropAfter());

    assertThatThrownBy(this::create).isInstanceOf(IOException.class);

    assertThat(control.order(orderId).status()).isEqualTo(IuteStatus.PENDING);
    RecordedCall call = control.calls("create").get(0);
    assertThat(call.status()).isNull();
    assertThat(call.fault()).isEqualTo(Fault.Kind.DROP_AFTER);
  }

  @Test
  void truncatedAnswerIsNoJsonAndTheOrderIsThere() throws Exception {
    control.setFault("create", Fault.truncatedJson());

    HttpResponse<String> answer = create();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> IuteWire.json(answer)).isInstanceOf(IllegalArgumentException.class);
    assertThat(control.order(orderId).status()).isEqualTo(IuteStatus.PENDING);
  }

  @Test
  void hugeAnswerIsJsonOfTheSetSize() throws Exception {
    control.setFault("me", Fault.hugeBody(5_000_000));

    HttpResponse<String> answer = iute.me("sandbox-token");

    assertThat(answer.body().length()).isGreaterThan(5_000_000).isLessThan(5_000_100);
    assertThat(IuteWire.json(answer).isObject()).isTrue();
  }

  @Test
  void faultOfAnUnknownOperationIsRefused() {
    assertThatThrownBy(() -> control.setFault("refund", Fault.dropBefore()))
        .hasMessageContaining("400")
        .hasMessageContaining("create, status, withdraw, me, pem");
  }

  @Test
  void callIsRecordedWithoutItsSecret() throws Exception {
    create();

    RecordedCall call = control.calls("create").get(0);
    assertThat(call.headers()).containsEntry("authorization", "***");
    assertThat(Json.tree(call.body().getBytes()).get("orderId").asText()).isEqualTo(orderId);
    assertThat(call.answer()).contains("PENDING");
    assertThat(call.status()).isEqualTo(200);
    assertThat(call.path()).isEqualTo("/iute/api/v1/physical-api-partners/order");
  }

  @Test
  void longBodyIsCutInTheRecord() throws Exception {
    iute.create("\"" + "x".repeat(100_000) + "\"");

    assertThat(control.calls("create").get(0).body().length()).isBetween(16_384, 16_500);
  }

  @Test
  void onlyTheLastThousandCallsAreKept() throws Exception {
    for (int i = 0; i < 1_001; i++) {
      iute.pem();
    }

    assertThat(control.calls()).hasSize(1_000);
    assertThat(control.counter("pem").calls()).isEqualTo(1_001);
  }

  private HttpResponse<String> create() throws IOException, InterruptedException {
    return iute.create(IuteWire.order(orderId, CUSTOMER));
  }
}
