package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
  @Test
  void withLeavesTheOriginalAsItWas() {
    Problem problem = Problem.of(404, "PAYMENT_NOT_FOUND", "There is no such payment.");

    Problem more = problem.with("orderId", "A-1").withHeader("Retry-After", "5");

    assertThat(problem.members()).doesNotContainKey("orderId");
    assertThat(problem.headers()).isEmpty();
    assertThat(more.members())
        .containsEntry("orderId", "A-1")
        .containsEntry("code", "PAYMENT_NOT_FOUND")
        .containsEntry("type", "urn:problem:payment-not-found");
  }

  @Test
  void costsNoStackTrace() {
    Problem problem = Problem.of(409, "CONFLICT", "Already there.");

    assertThat(problem.getStackTrace()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"200, OK", "399, CODE", "600, CODE", "400, lower", "400, ''", "400, 1ST"})
  void whatIsNoProblemIsRefused(int status, String code) {
    assertThatThrownBy(() -> Problem.of(status, code, "detail"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
