package com.partnerbridges.dev.sandbox.powercode;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.PartnerSandbox;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A sandbox, both ways into it, and a site of the test's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PowercodeRig {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  PartnerSandbox sandbox;
  PowercodeWire powercode;
  PowercodeSandboxClient control;
  String siteid;

  @BeforeAll
  void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
    powercode =
        new PowercodeWire(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), sandbox.url());
    control = new PowercodeSandboxClient(sandbox.url());
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void prepare() {
    control.reset();
    siteid = "site-" + UUID.randomUUID();
  }

  /** Everything that createCustomer takes. */
  Map<String, Object> customer() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("firstName", "Ann");
    fields.put("lastName", "O'Neill & Söhne");
    fields.put("emailAddress", "ann@example.com");
    fields.put("physicalStreet", "12 N MAIN ST");
    fields.put("physicalCity", "OREM");
    fields.put("physicalState", "UT");
    fields.put("physicalZip", "84057");
    fields.put("physicalAutomaticallyGeocode", 1);
    fields.put("billingSameAsPhysical", 1);
    fields.put("taxZoneId", 1);
    fields.put("invoicePreference", "Email");
    fields.put("billDay", "Activation Date");
    fields.put("dueByDays", 15);
    fields.put("gracePeriodDays", 5);
    fields.put("customerNotes", "<b>from UTOPIA</b>");
    fields.put("customerPortalUsername", "ann@example.com");
    fields.put("customerPortalPassword", "random");
    fields.put("phone", "[{\"Type\":\"Home\",\"Number\":\"8015550100\"}]");
    fields.put("extAccountID", siteid);
    return fields;
  }

  Map<String, Object> customer(String field, Object value) {
    Map<String, Object> fields = customer();
    fields.put(field, value);
    return fields;
  }

  String created() throws Exception {
    return created(customer());
  }

  String created(Map<String, Object> fields) throws Exception {
    return ok("createCustomer", fields).get("customerID").asText();
  }

  JsonNode ok(String action, Map<String, ?> parameters) throws Exception {
    JsonNode answer = PowercodeWire.json(powercode.form(action, parameters));
    if (answer.get("statusCode").intValue() != 0) {
      throw new AssertionError(action + " was refused: " + answer);
    }
    return answer;
  }

  int statusCode(String action, Map<String, ?> parameters) throws Exception {
    return PowercodeWire.json(powercode.form(action, parameters)).get("statusCode").intValue();
  }
}
