package com.partnerbridges.dev.sandbox.utopia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtopiaLookupTest extends UtopiaRig {

  @Test
  void orderComesWithoutAWrapper() throws Exception {
    control.order(UtopiaOrder.usual(orderref));

    HttpResponse<String> answer = lookup();

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode order = json(answer);
    assertThat(order.fieldNames())
        .toIterable()
        .containsExactly(
            "customer", "address", "orderitems", "termsagreement", "status", "ordersource");
    assertThat(order.get("customer").fieldNames())
        .toIterable()
        .containsExactly("firstname", "lastname", "email", "phone");
    assertThat(order.get("address").fieldNames())
        .toIterable()
        .containsExactly("address", "apt", "city", "state", "zip", "siteid");
    assertThat(order.at("/orderitems/0/description").asText()).isEqualTo("1 Gbps");
    assertThat(order.at("/orderitems/0/qty").asInt()).isEqualTo(1);
    assertThat(order.at("/orderitems/0/totalcost").isMissingNode()).isFalse();
    assertThat(order.at("/termsagreement/sp_terms_agree_date").asText()).isNotBlank();
  }

  @Test
  void usualOrdersAreOfDifferentHouseholds() {
    assertThat(IntStream.range(0, 1000).mapToObj(number -> UtopiaOrder.usual("UIA" + number)))
        .extracting(
            order -> order.contract().at("/address/siteid").asText(),
            order -> order.contract().at("/address/address").asText())
        .doesNotHaveDuplicates();
    assertThat(UtopiaOrder.usual("UIA1")).isEqualTo(UtopiaOrder.usual("UIA1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"apikey", "ispapikey"})
  void keyHasTwoNames(String name) throws Exception {
    control.order(UtopiaOrder.usual(orderref));

    HttpResponse<String> answer =
        lookup("{\"%s\": \"sandbox-utopia-key\", \"orderref\": \"%s\"}".formatted(name, orderref));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"apikey\": \"wrong\"}", "{}", "[]", "", "apikey=sandbox-utopia-key"})
  void withoutTheKeyNothingIsTold(String body) throws Exception {
    HttpResponse<String> answer = lookup(body);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Authentication Failed\"}");
  }

  @Test
  void orderOfAnotherProviderIsAnErrorWith404() throws Exception {
    HttpResponse<String> answer = lookup();

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"No valid records found for this ISP\"}");
  }

  @Test
  void errorMayHideBehind200() throws Exception {
    control.absentWith200();

    HttpResponse<String> answer = lookup();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"error\":\"No valid records found for this ISP\"}");
  }

  @Test
  void orderCanBeDeniedLater() throws Exception {
    control.order(UtopiaOrder.usual(orderref));
    control.deny(orderref);

    HttpResponse<String> answer = lookup();

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThatThrownBy(() -> control.order(orderref)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void everyFieldIsWhatControlSays() throws Exception {
    control.order(
        UtopiaOrder.usual(orderref)
            .name("ANN", "O'Neill")
            .email("ann@example.com")
            .phone("(801) 555-0100")
            .address("1 MAIN ST", "#4", "PROVO")
            .state("Montana")
            .siteid(4711)
            .items("250 Mbps", "Static IP")
            .with("/address/zip", 84601)
            .with("/network", "BOZEMAN")
            .with("/customer/tags", List.of(Map.of("deep", true))));

    JsonNode order = json(lookup());

    assertThat(order.get("customer").toString())
        .isEqualTo(
            "{\"firstname\":\"ANN\",\"lastname\":\"O'Neill\",\"email\":\"ann@example.com\","
                + "\"phone\":\"(801) 555-0100\",\"tags\":[{\"deep\":true}]}");
    assertThat(order.get("address").toString())
        .isEqualTo(
            "{\"address\":\"1 MAIN ST\",\"apt\":\"#4\",\"city\":\"PROVO\","
                + "\"state\":\"Montana\",\"zip\":84601,\"siteid\":4711}");
    assertThat(order.findValuesAsText("description")).containsExactly("250 Mbps", "Static IP");
    assertThat(order.get("network").asText()).isEqualTo("BOZEMAN");
  }

  @Test
  void fieldsMayBeMissing() throws Exception {
    control.order(UtopiaOrder.usual(orderref).withoutItems().withoutTerms().withoutSiteid());

    JsonNode order = json(lookup());

    assertThat(order.has("orderitems")).isFalse();
    assertThat(order.has("termsagreement")).isFalse();
    assertThat(order.get("address").has("siteid")).isFalse();
  }

  @Test
  void orderMayHaveNoItems() throws Exception {
    control.order(UtopiaOrder.usual(orderref).items());

    assertThat(json(lookup()).get("orderitems").toString()).isEqualTo("[]");
  }

  @Test
  void setStatusHasUtopiasErrorShape() throws Exception {
    control.order(UtopiaOrder.usual(orderref));
    control.setFault("lookup", Fault.status(200).times(1));

    HttpResponse<String> answer = lookup();

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Set by the sandbox\"}");
  }

  @Test
  void lookupCanFailAsHtmlOrNotAnswer() throws Exception {
    control.order(UtopiaOrder.usual(orderref));
    control.setFault("lookup", Fault.htmlStatus(500).times(1));
    assertThat(lookup().body()).startsWith("<!doctype html>");
    control.setFault("lookup", Fault.dropAfter().times(1));
    assertThatThrownBy(this::lookup).isInstanceOf(IOException.class);

    assertThat(lookup().statusCode()).isEqualTo(200);

    assertThat(control.counter("lookup").calls()).isEqualTo(3);
    assertThat(control.counter("lookup").dropped()).isEqualTo(1);
  }
}
