package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;

/** What every refusal has, and what none may show. */
final class ProblemAssert {
  private ProblemAssert() {}

  static void assertProblem(Response response, int status, String code) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    assertThat(response.contentType()).startsWith("application/problem+json");
    assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
    assertThat(response.jsonPath().getString("code")).isEqualTo(code);
    assertThat(response.jsonPath().getString("type")).startsWith("urn:problem:");
    assertThat(response.jsonPath().getString("title")).isNotBlank();
    assertThat(response.jsonPath().getString("detail")).isNotBlank();
    assertThat(response.asString())
        .doesNotContain("partnerbridges", "java.", "jakarta", "Exception", "Parcel", "\tat ")
        .doesNotContain("secret-of-the-house", "355691234512");
  }
}
