package com.partnerbridges.iute;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.GarbageAnswers;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.RawHttp;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What no caller may bring about, whatever it sends. */
abstract class GarbageTest extends ServiceTest {

  /** Another phone than the one that a refusal shows as an example. */
  static final String CUSTOMER = "+355697654321";

  private final GarbageAnswers answers =
      new GarbageAnswers(
          "application/problem+json",
          ".*\"code\":\"[A-Z_]+\".*",
          List.of(POS, OTHER_POS, READER, OPERATOR, "sandbox-token", CUSTOMER.substring(1)));

  private LogCapture log;

  @BeforeEach
  void listen() {
    log = new LogCapture();
  }

  @AfterEach
  void nothingRemains() {
    long rows =
        count(
            "select (select count(*) from payment) + (select count(*) from delivery)"
                + " + (select count(*) from attention)");
    int wellMeant = create(wish(newOrderId())).statusCode();
    log.close();

    assertThat(rows).as("rows written").isZero();
    assertThat(wellMeant).isEqualTo(200);
    assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(PHONE.substring(1)));
    answers.assertNothingWrong(log);
  }

  static RawHttp request(String requestLine, String key) {
    return RawHttp.of(requestLine).with("X-API-Key", key);
  }

  void assertRefused(RawHttp request) {
    answers.refused(request);
  }

  void assertBearable(RawHttp request) {
    answers.bearable(request);
  }
}
