package com.partnerbridges.utopia;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.testkit.GarbageAnswers;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.RawHttp;
import com.partnerbridges.utopia.order.OrderState;
import com.partnerbridges.utopia.order.SeededOrders;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What no caller of the office's API may bring about, whatever it sends. */
abstract class GarbageTest extends ServiceTest {

  /** An order with a question that only a person can answer. */
  static final String ORDER = "/orders/UIA-1";

  private static final String EVERYTHING =
      """
      select coalesce(md5(string_agg(line, ',' order by line)), '') from (
        select t::text from orders t union all select t::text from step t
        union all select t::text from letter t union all select t::text from order_event t
        union all select t::text from callback t) t (line)""";

  private final GarbageAnswers answers =
      new GarbageAnswers(
          "application/problem+json",
          ".*\"code\":\"[A-Z_]+\".*",
          List.of(
              READER,
              OPERATOR,
              PowercodeSandboxClient.API_KEY,
              UtopiaSandboxClient.API_KEY,
              SeededOrders.PHONE,
              SeededOrders.EMAIL));

  private LogCapture log;
  private String before;

  @BeforeEach
  void listen() {
    SeededOrders orders = new SeededOrders(pool);
    orders.withUnclearTicket("UIA-1", OrderState.NEEDS_ATTENTION, clock.instant());
    orders.letter("UIA-1", "NEEDS_ATTENTION", "FAILED", clock.instant());
    before = text(EVERYTHING);
    log = new LogCapture();
  }

  @AfterEach
  void nothingRemains() {
    String after = text(EVERYTHING);
    int wellMeant =
        as(OPERATOR).body("{\"repeat\": \"ticket\"}").post(ORDER + "/retry").statusCode();
    log.close();

    assertThat(after).as("all that is stored").isEqualTo(before);
    assertThat(wellMeant).isEqualTo(200);
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
