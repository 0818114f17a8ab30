package com.partnerbridges.xendit;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what. */
@QuarkusTest
class AccessTest extends ServiceTest {

  private static final String TABLE =
      """
      GET  /api/v1/locations                                      staff
      GET  /api/v1/locations/{id}                                 staff
      POST /api/v1/locations                                      admin
      PUT  /api/v1/locations/{id}                                 admin
      DELETE /api/v1/locations/{id}                               admin
      GET  /api/v1/prices                                         staff
      GET  /api/v1/prices/{id}                                    staff
      POST /api/v1/prices                                         admin
      PUT  /api/v1/prices/{id}                                    admin
      DELETE /api/v1/prices/{id}                                  admin
      GET  /api/v1/reports/daily                                  staff
      GET  /api/v1/transactions                                   staff
      GET  /api/v1/transactions/count                             staff
      POST /api/v1/transactions                                   staff
      GET  /api/v1/transactions/external/{external_id}            anybody
      GET  /api/v1/transactions/external/{external_id}/qr.svg     anybody
      GET  /api/v1/transactions/{external_id}/photos              anybody
      POST /api/v1/transactions/{external_id}/photos              staff
      POST /api/v1/transactions/{external_id}/photos/email        staff
      POST /api/v1/transactions/{external_id}/refund              admin
      GET  /api/v1/attention                                      admin
      POST /api/v1/attention/{id}/resolve                         admin
      POST /api/v1/webhooks/xendit                                callback-token
      GET  /kiosk/settings                                        anybody
      POST /kiosk/pay/{external_id}                               staff
      POST /internal/jobs/{job}                                   operator
      """;

  private static final Caller NO_ROLE = new Caller("Authorization", AtlasSandboxClient.NO_ROLE);
  private static final Caller STAFF_MEMBER = new Caller("Authorization", STAFF);
  private static final Caller ADMINISTRATOR = new Caller("Authorization", ADMIN);
  private static final Caller SUPER = new Caller("Authorization", AtlasSandboxClient.SUPER);
  private static final Caller OPERATOR = new Caller("X-API-Key", OPERATOR_KEY);

  private static final List<Caller> CALLERS =
      List.of(NO_ROLE, STAFF_MEMBER, ADMINISTRATOR, SUPER, OPERATOR);
  private static final Map<String, Set<Caller>> ROLES =
      Map.of(
          "staff", Set.of(STAFF_MEMBER, ADMINISTRATOR, SUPER),
          "admin", Set.of(ADMINISTRATOR, SUPER),
          "operator", Set.of(OPERATOR));

  record Call(String method, String path, String role) {

    /** With nothing in it that would have an effect. */
    Response with(RequestSpecification request) {
      String address =
          path.replace("{external_id}", "TRX-1-20260301120000-0000ABCD")
              .replaceAll("\\{\\w+}", "1");
      return (method.equals("GET") ? request : request.contentType("application/json").body("{}"))
          .request(method, address);
    }
  }

  record Caller(String header, String credential) {

    RequestSpecification calls() {
      String scheme = header.equals("Authorization") ? "Bearer " : "";
      return given().header(header, scheme + credential);
    }
  }

  record Try(Call call, Caller caller) {

    Response send() {
      return call.with(caller.calls());
    }
  }

  @Test
  void everyOperationOfTheServiceStandsInTheTable() {
    Map<String, Map<String, ?>> paths = get("/q/openapi?format=json").jsonPath().get("paths");

    List<String> operations =
        paths.entrySet().stream()
            .flatMap(
                path ->
                    path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase() + " " + path.getKey()))
            .toList();

    assertThat(operations)
        .containsExactlyInAnyOrderElementsOf(table().map(it -> it.method + " " + it.path).toList());
  }

  @ParameterizedTest
  @MethodSource("callsWithRole")
  void withoutATokenNobodyIsKnown(Call call) {
    Response response = call.with(given());

    response.then().statusCode(401).header("WWW-Authenticate", "Bearer");
    response.then().body("success", equalTo(false));
  }

  @ParameterizedTest
  @MethodSource("callsWithRole")
  void anUnknownTokenIsNobody(Call call) {
    Response response = call.with(new Caller("Authorization", STAFF + "-").calls());

    response.then().statusCode(401).body("details.code", equalTo("UNAUTHORIZED"));
  }

  @ParameterizedTest
  @MethodSource
  void aCallerWithoutTheRoleIsForbidden(Try wrong) {
    Response response = wrong.send();

    response.then().statusCode(403).body("details.code", equalTo("FORBIDDEN"));
  }

  @ParameterizedTest
  @MethodSource
  void aCallerWithTheRoleIsLetIn(Try right) {
    Response response = right.send();

    assertThat(response.statusCode()).isNotIn(401, 403).isLessThan(500);
  }

  @ParameterizedTest
  @MethodSource("openCalls")
  void nobodyNeedsToBeKnownForWhatIsPublic(Call call) {
    Response response = call.with(given());

    assertThat(response.statusCode()).isNotIn(401, 403).isLessThan(500);
  }

  @ParameterizedTest
  @MethodSource("signedCalls")
  void noRoleStandsInForXenditsToken(Call call) {
    Response response = call.with(SUPER.calls());

    response.then().statusCode(401).body("success", equalTo(false));
  }

  static Stream<Call> callsWithRole() {
    return table().filter(call -> ROLES.containsKey(call.role));
  }

  static Stream<Call> openCalls() {
    return table().filter(call -> call.role.equals("anybody"));
  }

  static Stream<Call> signedCalls() {
    return table().filter(call -> call.role.equals("callback-token"));
  }

  /** But for a job, whose callers are not looked for at Atlas: there all others are nobody. */
  static Stream<Try> aCallerWithoutTheRoleIsForbidden() {
    return tries(false).filter(it -> !it.call.role.equals("operator"));
  }

  static Stream<Try> aCallerWithTheRoleIsLetIn() {
    return tries(true);
  }

  private static Stream<Try> tries(boolean right) {
    return callsWithRole()
        .flatMap(
            call ->
                CALLERS.stream()
                    .filter(caller -> ROLES.get(call.role).contains(caller) == right)
                    .map(caller -> new Try(call, caller)));
  }

  private static Stream<Call> table() {
    return TABLE
        .lines()
        .map(line -> line.split(" +"))
        .map(cells -> new Call(cells[0], cells[1], cells[2]));
  }
}
