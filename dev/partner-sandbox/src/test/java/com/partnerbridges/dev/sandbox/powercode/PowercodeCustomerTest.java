package com.partnerbridges.dev.sandbox.powercode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowercodeCustomerTest extends PowercodeRig {

  @Test
  void linkForStaffShowsTheCustomer() throws Exception {
    String id = created();

    HttpResponse<String> page = powercode.staffPage(id);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(PowercodeWire.json(page).at("/customer/fields/extAccountID").asText())
        .isEqualTo(siteid);
  }

  @Test
  void linkForStaffToNobodyIsNoPage() throws Exception {
    assertThat(powercode.staffPage("999999").statusCode()).isEqualTo(404);
  }

  @Test
  void formCreatesACustomer() throws Exception {
    HttpResponse<String> answer = powercode.form("createCustomer", customer());

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode envelope = PowercodeWire.json(answer);
    assertThat(envelope.fieldNames())
        .toIterable()
        .containsExactly("message", "statusCode", "customerID");
    assertThat(envelope.get("statusCode").isNumber()).isTrue();
    PowercodeCustomer kept = control.customer(envelope.get("customerID").asText());
    customer()
        .forEach((name, sent) -> assertThat(kept.field(name)).isEqualTo(String.valueOf(sent)));
    assertThat(kept.fields()).doesNotContainKeys("apiKey", "action");
  }

  @Test
  void jsonCreatesTheSameCustomer() throws Exception {
    String byForm = created();

    String byJson =
        PowercodeWire.json(powercode.json("createCustomer", customer())).get("customerID").asText();

    assertThat(control.customer(byJson).fields()).isEqualTo(control.customer(byForm).fields());
  }

  @Test
  void creatingTwiceMakesTwoCustomers() throws Exception {
    created();

    created();

    assertThat(control.accountsOf(siteid)).hasSize(2);
    assertThat(control.done("createCustomer")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firstName",
        "lastName",
        "physicalStreet",
        "physicalCity",
        "physicalState",
        "physicalZip"
      })
  void nameAndAddressAreRequired(String field) throws Exception {
    assertThat(statusCode("createCustomer", customer(field, ""))).isEqualTo(3);
    assertThat(control.customers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Utah", "UTAH", "U", "U1"})
  void stateIsTwoLetters(String state) throws Exception {
    assertThat(statusCode("createCustomer", customer("physicalState", state))).isEqualTo(3);
    assertThat(control.done("createCustomer")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8015550100", "{\"Type\":\"Home\"}", "[{\"Type\":\"Home\"}]", "[1]"})
  void phoneIsJsonText(String phone) throws Exception {
    assertThat(statusCode("createCustomer", customer("phone", phone))).isEqualTo(3);
  }

  @Test
  void phoneIsTextInJsonToo() throws Exception {
    Map<String, Object> nested =
        customer("phone", List.of(Map.of("Type", "Home", "Number", "8015550100")));

    JsonNode answer = PowercodeWire.json(powercode.json("createCustomer", nested));

    assertThat(answer.get("statusCode").asInt()).isEqualTo(3);
    assertThat(answer.get("message").asText()).contains("phone");
    assertThat(control.counter("createCustomer").calls()).isEqualTo(1);
  }

  @Test
  void addressThatCannotBeGeocodedIsTakenWithoutGeocoding() throws Exception {
    Map<String, Object> marked = customer("physicalStreet", "1 GEOFAIL RD");
    assertThat(statusCode("createCustomer", marked)).isEqualTo(23);
    assertThat(control.customers()).isEmpty();
    marked.put("physicalAutomaticallyGeocode", 0);

    created(marked);

    assertThat(control.accountsOf(siteid)).hasSize(1);
  }

  @Test
  void customerIsReadByIdAndBySite() throws Exception {
    String id = created();

    JsonNode byId = ok("readCustomer", Map.of("customerID", id)).get("customer");
    JsonNode bySite = ok("readCustomer", Map.of("extAccountID", siteid)).get("customer");

    assertThat(bySite).isEqualTo(byId);
    assertThat(byId.fieldNames())
        .toIterable()
        .containsExactly(
            "customerId",
            "companyName",
            "firstName",
            "lastName",
            "status",
            "extAccountID",
            "physicalStreet",
            "physicalCity",
            "physicalState");
    assertThat(byId.get("customerId").asText()).isEqualTo(id);
    assertThat(byId.get("lastName").asText()).isEqualTo("O'Neill & Söhne");
  }

  @ParameterizedTest
  @CsvSource({"customerID, 999999, 4", "extAccountID, nowhere, 4", "extAccountID, '', 3"})
  void absentCustomerIsAFailureWith200(String name, String value, int code) throws Exception {
    HttpResponse<String> answer = powercode.form("readCustomer", Map.of(name, value));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(PowercodeWire.json(answer).get("statusCode").asInt()).isEqualTo(code);
    assertThat(PowercodeWire.json(answer).has("customer")).isFalse();
  }

  @Test
  void searchAnswersInItsOwnFieldCase() throws Exception {
    String id = created();
    control.existing(PowercodeCustomer.named("Bob", "Lee").at("9 ELM", "OREM", "UT", "84057"));

    JsonNode found = ok("searchCustomers", Map.of("searchString", "ann o'neill"));

    assertThat(found.get("customers").toString())
        .isEqualTo(
            "[{\"CustomerID\":\"%s\",\"CompanyName\":\"Ann O'Neill & Söhne\",".formatted(id)
                + "\"Address1\":\"12 N MAIN ST\",\"City\":\"OREM\"}]");
  }

  @Test
  void searchWithoutAHitIsASuccess() throws Exception {
    assertThat(ok("searchCustomers", Map.of("searchString", "nobody")).get("customers")).isEmpty();
  }

  @Test
  void idsMayBeNumbers() throws Exception {
    control.idsAsNumbers(true);
    JsonNode created = ok("createCustomer", customer("extAccountID", "4711"));

    JsonNode read = ok("readCustomer", Map.of("extAccountID", "4711")).get("customer");

    assertThat(created.get("customerID").isNumber()).isTrue();
    assertThat(read.get("customerId")).isEqualTo(created.get("customerID"));
    assertThat(read.get("extAccountID").isNumber()).isTrue();
    assertThat(ok("searchCustomers", Map.of("searchString", "Ann")).at("/customers/0/CustomerID"))
        .isEqualTo(created.get("customerID"));
  }

  @Test
  void customerWhoWasThereBeforeIsFound() throws Exception {
    PowercodeCustomer before =
        control.existing(
            PowercodeCustomer.named("Bob", "Lee")
                .at("9 ELM ST", "PROVO", "UT", "84601")
                .extAccountID(siteid));

    JsonNode read = ok("readCustomer", Map.of("extAccountID", siteid)).get("customer");

    assertThat(read.get("customerId").asText()).isEqualTo(before.customerId());
    assertThat(read.get("companyName").asText()).isEqualTo("Bob Lee");
    assertThat(control.done("createCustomer")).isZero();
  }

  @Test
  void customerChanges() throws Exception {
    String id = created();

    ok("updateCustomer", Map.of("customerID", id, "extAccountID", "moved", "lastName", "Lee"));
    ok("updateCustomerStatus", Map.of("customerID", id, "status", "Inactive"));

    assertThat(control.customer(id).field("status")).isEqualTo("Inactive");
    assertThat(control.customer(id).field("lastName")).isEqualTo("Lee");
    assertThat(control.customer(id).field("physicalStreet")).isEqualTo("12 N MAIN ST");
    assertThat(statusCode("readCustomer", Map.of("extAccountID", siteid))).isEqualTo(4);
    assertThat(statusCode("readCustomer", Map.of("extAccountID", "moved"))).isZero();
  }

  @Test
  void accountsOfASiteAreAwaited() throws Exception {
    String id = created();
    ok("updateCustomerStatus", Map.of("customerID", id, "status", "Held"));

    List<PowercodeAccount> held =
        control.awaitAccountsOf(
            siteid, account -> account.customer().field("status").equals("Held"), PATIENCE);

    assertThat(held).containsExactly(control.account(id));
  }
}
