package com.partnerbridges.xendit.access;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KnownAddressesTest {

  private static final Pattern FILE = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");
  private static final Pattern ELSEWHERE = Pattern.compile("https?://");

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/q/health"})
  void healthIsTold(String address) {
    Response response = get(address);

    response.then().statusCode(200).body("status", equalTo("UP"));
  }

  @Test
  void docsIsTheApiToTry() {
    Response response = get("/docs");

    response.then().statusCode(200).body(containsString("swagger-ui"));
  }

  @Test
  void redocIsTheApiToReadAndNeedsNothingFromElsewhere() {
    Response response = get("/redoc");

    response.then().statusCode(200).contentType("text/html");
    List<String> files =
        FILE.matcher(response.asString()).results().map(file -> file.group(1)).toList();
    assertThat(files).contains("/redoc/reference.js");
    for (String file : files) {
      assertThat(get(file).statusCode()).as(file).isEqualTo(200);
      assertThat(get(file).asString()).doesNotContainPattern(ELSEWHERE);
    }
  }
}
