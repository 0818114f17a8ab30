package com.partnerbridges.iute;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what. */
@QuarkusTest
class AccessTest extends ServiceTest {

  private static final String TABLE =
      """
      POST /create_iute_payment          pos
      GET  /payment_status/{orderId}     pos
      POST /payments/{orderId}/withdraw  pos
      GET  /payments                     reader
      GET  /payments/{orderId}           reader
      GET  /attention                    operator
      POST /attention/{id}/resolve       operator
      GET  /connection-test              operator
      POST /internal/jobs/{job}          operator
      POST /iute/confirmation            signature
      POST /iute/cancellation            signature
      """;

  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "pos", Set.of(POS, OTHER_POS),
          "reader", Set.of(READER, OPERATOR),
          "operator", Set.of(OPERATOR));

  record Call(String method, String path, String role) {

    Response with(RequestSpecification request) {
      return request
          .contentType("application/json")
          .body("{}")
          .request(method, path.replaceAll("\\{\\w+}", "1"));
    }
  }

  record Try(Call call, String key) {

    Response send() {
      return call.with(given().header("X-API-Key", key));
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
  @MethodSource("callsWithKey")
  void withoutAKeyNobodyIsKnown(Call call) {
    Response response = call.with(given());

    response.then().statusCode(401).header("WWW-Authenticate", "ApiKey");
    response.then().contentType(startsWith("application/problem+json"));
  }

  @ParameterizedTest
  @MethodSource("callsWithKey")
  void anUnknownKeyIsNobody(Call call) {
    Response response = call.with(given().header("X-API-Key", "pos-local-key-"));

    response.then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
  }

  @ParameterizedTest
  @MethodSource
  void aKeyWithoutTheRoleIsForbidden(Try wrong) {
    Response response = wrong.send();

    response.then().statusCode(403).body("code", equalTo("FORBIDDEN"));
  }

  @ParameterizedTest
  @MethodSource
  void aKeyWithTheRoleIsLetIn(Try right) {
    Response response = right.send();

    assertThat(response.statusCode()).isNotIn(401, 403).isLessThan(500);
  }

  @ParameterizedTest
  @MethodSource("signedCalls")
  void noKeyStandsInForASignature(Call call) {
    Response response = call.with(given().header("X-API-Key", OPERATOR));

    response.then().statusCode(400).body("code", equalTo("SIGNATURE_MISSING"));
  }

  static Stream<Call> callsWithKey() {
    return table().filter(call -> KEYS.containsKey(call.role));
  }

  static Stream<Call> signedCalls() {
    return table().filter(call -> call.role.equals("signature"));
  }

  static Stream<Try> aKeyWithoutTheRoleIsForbidden() {
    Set<String> all = KEYS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    return callsWithKey()
        .flatMap(
            call ->
                all.stream()
                    .filter(key -> !KEYS.get(call.role).contains(key))
                    .map(key -> new Try(call, key)));
  }

  static Stream<Try> aKeyWithTheRoleIsLetIn() {
    return callsWithKey()
        .flatMap(call -> KEYS.get(call.role).stream().map(key -> new Try(call, key)));
  }

  private static Stream<Call> table() {
    return TABLE
        .lines()
        .map(line -> line.split(" +"))
        .map(cells -> new Call(cells[0], cells[1], cells[2]));
  }
}
