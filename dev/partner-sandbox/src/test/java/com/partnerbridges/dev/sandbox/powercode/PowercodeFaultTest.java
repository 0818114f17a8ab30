package com.partnerbridges.dev.sandbox.powercode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowercodeFaultTest extends PowercodeRig {

  @Test
  void customerIsThereWhenTheCreatorHasGivenUp() {
    control.setFault("createCustomer", Fault.lateAnswer(Duration.ofSeconds(2)).times(1));

    assertThatThrownBy(
            () ->
                powercode.form(
                    "createCustomer",
                    customer(),
                    PowercodeSandboxClient.API_KEY,
                    Duration.ofMillis(300)))
        .isInstanceOf(HttpTimeoutException.class);

    assertThat(control.accountsOf(siteid)).hasSize(1);
  }

  @Test
  void customerIsThereWhenTheAnswerIsLost() {
    control.setFault("createCustomer", Fault.dropAfter().times(1));

    assertThatThrownBy(this::created).isInstanceOf(IOException.class);

    assertThat(control.done("createCustomer")).isEqualTo(1);
  }

  @Test
  void nothingIsDoneWhenTheCallIsDropped() {
    control.setFault("createCustomer", Fault.dropBefore().times(1));

    assertThatThrownBy(this::created).isInstanceOf(IOException.class);

    assertThat(control.done("createCustomer")).isZero();
    assertThat(control.counter("createCustomer").dropped()).isEqualTo(1);
  }

  @Test
  void customerIsThereWhenTheAnswerIsCut() throws Exception {
    control.setFault("createCustomer", Fault.truncatedJson().times(1));

    HttpResponse<String> answer = powercode.form("createCustomer", customer());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThatThrownBy(() -> PowercodeWire.json(answer))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(control.done("createCustomer")).isEqualTo(1);
  }

  @Test
  void htmlMayComeWith200() throws Exception {
    control.setFault("createCustomer", Fault.htmlStatus(200).times(1));

    HttpResponse<String> answer = powercode.form("createCustomer", customer());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("text/html");
    assertThat(control.done("createCustomer")).isZero();
  }

  @Test
  void callOverTheLimitSaysWhenToComeBack() throws Exception {
    control.rateLimited("createTicket", Duration.ofSeconds(7), 1);

    HttpResponse<String> answer = powercode.form("createTicket", customer());

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("retry-after")).contains("7");
    assertThat(powercode.form("createTicket", customer()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void serverErrorsAreEnvelopesToo(int status) throws Exception {
    control.setFault("readCustomer", Fault.status(status).times(1));

    HttpResponse<String> answer = powercode.form("readCustomer", customer());

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(PowercodeWire.json(answer).get("statusCode").asInt()).isNotZero();
    assertThat(answer.headers().firstValue("retry-after")).isEmpty();
  }

  @Test
  void refusalIsWhatControlSaysForAsOftenAsItSays() throws Exception {
    control.refuse("createCustomer", 77, "No more customers", 2);

    JsonNode first = PowercodeWire.json(powercode.form("createCustomer", customer()));
    JsonNode second = PowercodeWire.json(powercode.form("createCustomer", customer()));

    assertThat(first.get("statusCode").asInt()).isEqualTo(77);
    assertThat(first.get("message").asText()).isEqualTo("No more customers");
    assertThat(second).isEqualTo(first);
    assertThat(control.customers()).isEmpty();
    assertThat(control.customer(created()).extAccountID()).isEqualTo(siteid);
  }

  @Test
  void tagsAreRefusedAndFailLikeTheRest() throws Exception {
    String id = created();
    control.refuse(PowercodeSandboxClient.ADD_TAG, 9, "No such tag", 1);
    assertThat(PowercodeWire.json(powercode.tag(id, "{\"tag\": \"x\"}")).get("statusCode").asInt())
        .isEqualTo(9);
    control.setFault(PowercodeSandboxClient.ADD_TAG, Fault.dropAfter().times(1));

    assertThatThrownBy(() -> powercode.tag(id, "{\"tag\": \"x\"}")).isInstanceOf(IOException.class);

    assertThat(control.tags(id)).containsExactly("x");
  }

  @Test
  void faultOfOneActionLeavesTheOthersAlone() throws Exception {
    control.setFault("createTicket", Fault.status(503));

    created();

    assertThat(powercode.form("createTicket", customer()).statusCode()).isEqualTo(503);
  }

  @Test
  void resetForgetsCustomersRefusalsAndNumbers() throws Exception {
    created();
    control.refuse("createCustomer", 77, "No", 0);
    control.idsAsNumbers(true);

    control.reset();

    assertThat(control.customers()).isEmpty();
    assertThat(control.done("createCustomer")).isZero();
    assertThat(ok("createCustomer", customer()).get("customerID").isTextual()).isTrue();
  }
}
