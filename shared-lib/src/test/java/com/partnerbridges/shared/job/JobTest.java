package com.partnerbridges.shared.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = KeysOnLoopback.class, restrictToAnnotatedClass = true)
class JobTest {

  private static final String TOKEN = KeysOnLoopback.JOB_TOKEN;

  @Inject ParcelWork work;

  @BeforeEach
  void parcelsArrive() {
    work.arrive(3);
  }

  static Stream<Headers> callersWithARight() {
    return Stream.of(
        headers("Authorization", "Bearer " + TOKEN),
        headers("Authorization", "bearer " + TOKEN),
        headers("Authorization", "Bearer " + KeysOnLoopback.issuer().token(Instant.now())),
        headers("X-API-Key", "office-key"));
  }

  @ParameterizedTest
  @MethodSource("callersWithARight")
  void whatIsDueIsDone(Headers caller) {
    Response response = given().headers(caller).post("/internal/jobs/due-work");

    response.then().statusCode(200);
    assertThat(response.jsonPath().getMap("")).isEqualTo(Map.of("job", "due-work", "done", 3));
    assertThat(work.due()).isZero();
  }

  @Test
  void eachTaskIsAJobOfItsOwn() {
    Response response = bearer(TOKEN).post("/internal/jobs/parcels");

    assertThat(response.jsonPath().getMap("")).isEqualTo(Map.of("job", "parcels", "done", 3));
  }

  static Stream<Headers> strangers() {
    String forOthers =
        KeysOnLoopback.issuer()
            .token(Instant.now(), claims -> claims.setAudience("https://other.example"));
    return Stream.of(
        headers(),
        headers("Authorization", "Bearer "),
        headers("Authorization", "Bearer " + TOKEN + "x"),
        headers("Authorization", "Bearer " + TOKEN.substring(1)),
        headers("Authorization", TOKEN),
        headers("Authorization", "Basic " + TOKEN),
        headers("Authorization", "Bearer " + TOKEN, "Authorization", "Bearer " + TOKEN),
        headers("X-API-Key", TOKEN),
        headers("X-API-Key", "wrong", "Authorization", "Bearer " + TOKEN),
        headers("Authorization", "Bearer " + forOthers));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void strangersAreToldNothingAndNothingIsDone(Headers stranger) {
    Response response = given().headers(stranger).post("/internal/jobs/due-work");

    response.then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
    assertThat(response.asString()).doesNotContain(TOKEN, "other.example");
    assertThat(work.due()).isEqualTo(3);
  }

  @Test
  void aKeyWithoutTheRoleIsForbidden() {
    Response response = given().header("X-API-Key", "pos-key-1").post("/internal/jobs/due-work");

    response.then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    assertThat(work.due()).isEqualTo(3);
  }

  @Test
  void onlyWhoIsKnownLearnsWhichJobsThereAre() {
    given().post("/internal/jobs/nothing").then().statusCode(401);
    bearer(TOKEN)
        .post("/internal/jobs/nothing")
        .then()
        .statusCode(404)
        .body("code", equalTo("JOB_NOT_FOUND"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parcels/pos", "/parcels/reader", "/parcels/known"})
  void aJobTokenOpensNothingElse(String path) {
    bearer(TOKEN).get(path).then().statusCode(401);
  }

  private static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static Headers headers(String... namesAndValues) {
    List<Header> all = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(all);
  }
}
