package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.utopia.ServiceTest;
import io.restassured.response.Response;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;

/** Acts of an operator on seeded orders. */
abstract class ActTest extends ServiceTest {

  static final String REF = "UIA-1";
  static final String EVERYTHING =
      """
      select coalesce(string_agg(line, ',' order by line), '') from (
        select t::text from orders t union all select t::text from step t
        union all select t::text from letter t union all select t::text from order_event t)
        t (line)""";

  SeededOrders orders;
  Instant now;

  @BeforeEach
  void seed() {
    orders = new SeededOrders(pool);
    now = clock.instant();
  }

  void assertRefused(String act, String body, String code) {
    String before = text(EVERYTHING);
    post(act, body).then().statusCode(409).body("code", equalTo(code));
    assertThat(text(EVERYTHING)).isEqualTo(before);
  }

  static Response post(String act, String body) {
    return post(REF, act, body);
  }

  static Response post(String orderref, String act, String body) {
    return as(OPERATOR).body(body).post("/orders/{ref}/{act}", orderref, act);
  }

  void hold() {
    pool.query("update orders set creating_site = siteid").executeAndAwait();
  }
}
