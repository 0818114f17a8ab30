package com.partnerbridges.iiko;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.GarbageAnswers;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.RawHttp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What no caller of the API may bring about, whatever it sends. */
abstract class GarbageTest extends ServiceTest {

  private static final String EVERYTHING =
      """
      select coalesce(md5(string_agg(line, ',' order by line)), '') from (
        select t::text from connection t union all select t::text from run t
        union all select t::text from part t union all select t::text from schedule t
        union all select t::text from corporate_item t union all select t::text from supplier t
        union all select t::text from invoice t union all select t::text from letter t) t (line)""";

  /** The account and its token are the same for all requests of a test. */
  String account;

  private String token;
  private GarbageAnswers answers;
  private LogCapture log;
  private String before;

  @BeforeEach
  void listen() {
    account = newAccount();
    token = idp.token("admin", Map.of(account, "admin"));
    answers =
        new GarbageAnswers(
            "application/problem+json",
            ".*\"code\":\"[A-Z_]+\".*",
            List.of(token, OPERATOR, "secret-in-the-body"));
    Seeded iiko = new Seeded(pool, account, clock.instant()).restaurant("d-1", "Harbour");
    iiko.supplier("u-1", "Fish").invoice("i-1", "2025-11-20", "u-1", null);
    before = text(EVERYTHING);
    log = new LogCapture();
  }

  @AfterEach
  void nothingRemains() {
    String after = text(EVERYTHING);
    int wellMeant =
        as(account, ADMIN)
            .body("{\"display_name\": \"The Harbour\"}")
            .patch(at(account, "/restaurants/d-1"))
            .statusCode();
    log.close();

    assertThat(after).as("all that is stored").isEqualTo(before);
    assertThat(wellMeant).isEqualTo(200);
    answers.assertNothingWrong(log);
  }

  /**
   * @param call method, a blank and the path below the account
   */
  RawHttp request(String call) {
    String[] parts = call.split(" ", 2);
    return raw(parts[0] + " " + at(account, parts[1]), "Bearer " + token);
  }

  RawHttp raw(String requestLine, String authorization) {
    return RawHttp.of(requestLine).with("Authorization", authorization);
  }

  RawHttp raw(String requestLine) {
    return raw(requestLine, "Bearer " + token);
  }

  void assertRefused(RawHttp request) {
    answers.refused(request);
  }

  void assertBearable(RawHttp request) {
    answers.bearable(request);
  }

  String token() {
    return token;
  }
}
