package com.partnerbridges.dev.sandbox.powercode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowercodeWorkTest extends PowercodeRig {

  @Test
  void serviceAddedTwiceIsTwoServices() throws Exception {
    String id = created();

    ok("addCustomerService", service(id, "164", "1", "1"));
    ok("addCustomerService", service(id, "164", "1", "1"));
    ok("addCustomerService", service(id, "172", "2", "0"));

    assertThat(control.services(id))
        .containsExactly(
            new PowercodeService("164", 1, true),
            new PowercodeService("164", 1, true),
            new PowercodeService("172", 2, false));
    assertThat(control.done("addCustomerService")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"plan, 1, 1", "164, 0, 1", "164, 1, yes", "'', 1, 1", "164, '', 1", "164, 1, ''"})
  void nonsenseIsNoService(String service, String quantity, String prorate) throws Exception {
    String id = created();

    assertThat(statusCode("addCustomerService", service(id, service, quantity, prorate)))
        .isEqualTo(3);
    assertThat(control.services(id)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"addCustomerService", "createTicket", "updateCustomer"})
  void nothingIsDoneForNobody(String action) throws Exception {
    Map<String, String> parameters =
        Map.of(
            "customerID", "999999",
            "serviceID", "164",
            "quantity", "1",
            "prorateService", "1",
            "summary", "Install",
            "description", "soon");

    assertThat(statusCode(action, parameters)).isEqualTo(4);
    assertThat(control.done(action)).isZero();
  }

  @Test
  void ticketKeepsWhatWasSent() throws Exception {
    String id = created();
    String description = "<p>Ann &amp; Bob</p>".repeat(1000);

    JsonNode answer = ok("createTicket", ticket(id, description));

    String ticketId = answer.get("ticketID").asText();
    assertThat(control.tickets(id))
        .singleElement()
        .satisfies(
            ticket -> {
              assertThat(ticket.ticketId()).isEqualTo(ticketId);
              assertThat(ticket.customerId()).isEqualTo(id);
              assertThat(ticket.field("type")).isEqualTo("Individual");
              assertThat(ticket.field("description")).isEqualTo(description);
            });
    assertThat(control.tickets()).isEqualTo(control.tickets(id));
    JsonNode read = ok("readTicket", Map.of("ticketID", ticketId)).get("ticket");
    assertThat(read.get("summary").asText()).isEqualTo("Install");
    assertThat(statusCode("readTicket", Map.of("ticketID", "1"))).isEqualTo(4);
  }

  @Test
  void tagsAreAddedOneByOne() throws Exception {
    String id = created();

    assertThat(powercode.tag(id, "{\"tag\": \"fiber\"}").statusCode()).isEqualTo(200);
    assertThat(powercode.tag(id, "{\"tag\": \"utopia\"}").statusCode()).isEqualTo(200);
    assertThat(powercode.tag(id, "{\"tag\": \"utopia\"}").statusCode()).isEqualTo(200);

    assertThat(control.tags(id)).containsExactly("fiber", "utopia");
    assertThat(control.done(PowercodeSandboxClient.ADD_TAG)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"tag\": [\"a\", \"b\"]}", "[\"a\"]", "{\"tag\": \" \"}"})
  void oneCallHasOneTag(String body) throws Exception {
    assertThat(powercode.tag(created(), body).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox-powercode-key:", "wrong", ""})
  void keyStandsAloneWithoutAColon(String user) throws Exception {
    String id = created();

    HttpResponse<String> answer = powercode.tag(id, "{\"tag\": \"fiber\"}", user);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(control.tags(id)).isEmpty();
  }

  @Test
  void nobodyHasNoTags() throws Exception {
    assertThat(powercode.tag("999999", "{\"tag\": \"fiber\"}").statusCode()).isEqualTo(404);
  }

  @Test
  void wrongKeyIsAFailureWith200() throws Exception {
    HttpResponse<String> answer =
        powercode.form("createCustomer", customer(), "wrong", Duration.ofSeconds(10));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(PowercodeWire.json(answer).get("statusCode").asInt()).isEqualTo(1);
    assertThat(control.customers()).isEmpty();
  }

  @Test
  void unknownActionIsAFailureWith200() throws Exception {
    assertThat(statusCode("deleteCustomer", Map.of())).isEqualTo(2);
    assertThat(control.counter("other").calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, {",
    "application/json, []",
    "text/plain, action",
    "text/plain, ''"
  })
  void whatIsNeitherFormNorJsonIsAFailureWith200(String type, String body) throws Exception {
    HttpResponse<String> answer = powercode.classic(type, body);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(PowercodeWire.json(answer).get("statusCode").asInt()).isNotZero();
  }

  private static Map<String, String> service(
      String customerId, String service, String quantity, String prorate) {
    return Map.of(
        "customerID", customerId,
        "serviceID", service,
        "quantity", quantity,
        "prorateService", prorate);
  }

  private static Map<String, String> ticket(String customerId, String description) {
    return Map.of(
        "type", "Individual",
        "summary", "Install",
        "description", description,
        "status", "Open",
        "customerID", customerId);
  }
}
