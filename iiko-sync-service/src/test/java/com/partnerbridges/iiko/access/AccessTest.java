package com.partnerbridges.iiko.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessTest extends ServiceTest {

  @Test
  void aMemberLooks() {
    as("acc-1", MEMBER)
        .get("/access-test/acc-1")
        .then()
        .statusCode(200)
        .body(is("member-of-acc-1 MEMBER"));
  }

  @Test
  void anAdminLooksAndChanges() {
    as("acc-1", ADMIN).get("/access-test/acc-1").then().statusCode(200);
    as("acc-1", ADMIN).body("{}").post("/access-test/acc-1").then().statusCode(200);
  }

  @Test
  void aMemberChangesNothing() {
    refused(as("acc-1", MEMBER).body("{}").post("/access-test/acc-1").then(), 403, "FORBIDDEN");
  }

  @Test
  void theRoleIsAskedForBeforeTheBodyIsRead() {
    refused(as("acc-1", MEMBER).body("{").post("/access-test/acc-1").then(), 403, "FORBIDDEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acc-2", "ACC-1", "acc-1%00", "acc%2F1", "a.b", "%D0%B0"})
  void otherAccountsAreNotThere(String account) {
    refused(
        as("acc-1", ADMIN).urlEncodingEnabled(false).get("/access-test/" + account).then(),
        404,
        "NOT_FOUND");
  }

  @Test
  void anOddIdIsNotThereEvenForATokenThatHasIt() {
    String odd = "a.b";
    refused(as(odd, ADMIN).get("/access-test/" + odd).then(), 404, "NOT_FOUND");
  }

  @Test
  void nobodyIsRefused() {
    refused(given().get("/access-test/acc-1").then(), 401, "UNAUTHORIZED");
  }

  @Test
  void anOperatorsKeyIsNoToken() {
    refused(asOperator().get("/access-test/acc-1").then(), 401, "UNAUTHORIZED");
  }

  @Test
  void withoutAnAccountAnyTokenWillDo() {
    as("acc-1", MEMBER).get("/access-test/whoever").then().statusCode(200);
    refused(given().get("/access-test/whoever").then(), 401, "UNAUTHORIZED");
  }

  @Test
  void whoOperatesElsewhereIsNoOperatorHere() {
    String token =
        idp.token("ann", Map.of("acc-1", "admin"), Map.of("groups", List.of("operator")));
    refused(bearer(token).get("/access-test-operator").then(), 403, "FORBIDDEN");
    asOperator().get("/access-test-operator").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"iss, someone-else", "aud, other-service", "exp, 1", "exp,", "iss,", "aud,", "sub,"})
  void aTokenThatIsNotForUsIsRefused(String claim, String value) {
    Map<String, Object> claims = new HashMap<>();
    claims.put(claim, "exp".equals(claim) && value != null ? Long.valueOf(value) : value);
    String token = idp.token("ann", Map.of("acc-1", "admin"), claims);

    refused(bearer(token).get("/access-test/acc-1").then(), 401, "UNAUTHORIZED");
  }

  @Test
  void aTokenThatWasChangedIsRefused() {
    String[] parts = idp.token("ann", Map.of("acc-1", "member")).split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String changed = encoded(claims.replace("member", "admin"));

    refused(
        bearer(parts[0] + "." + changed + "." + parts[2]).get("/access-test/acc-1").then(),
        401,
        "UNAUTHORIZED");
  }

  @Test
  void aTokenWithoutASignatureIsRefused() {
    String claims = idp.token("ann", Map.of("acc-1", "admin")).split("\\.")[1];

    refused(
        bearer(encoded("{\"alg\":\"none\"}") + "." + claims + ".").get("/access-test/acc-1").then(),
        401,
        "UNAUTHORIZED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "owner", "", "true"})
  void anUnknownRoleGivesNoRight(String role) {
    String token = idp.token("ann", Map.of("acc-1", role));

    refused(bearer(token).get("/access-test/acc-1").then(), 404, "NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"acc-1", "admin"})
  void accountsThatAreNoObjectGiveNoRight(String accounts) {
    String token = idp.token("ann", Map.of(), Map.of("accounts", List.of(accounts)));

    refused(bearer(token).get("/access-test/acc-1").then(), 404, "NOT_FOUND");
  }

  private static void refused(ValidatableResponse answer, int status, String code) {
    answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
