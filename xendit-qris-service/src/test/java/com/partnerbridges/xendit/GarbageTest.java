package com.partnerbridges.xendit;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.testkit.GarbageAnswers;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.RawHttp;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What no caller may bring about, whatever it sends. */
abstract class GarbageTest extends ServiceTest {

  static final String GUEST = "guest-of-mall@example.net";

  private static final String EVERYTHING =
      """
      select md5(string_agg(line, ',' order by line)) from (
        select t::text from transactions t union all select t::text from payments t
        union all select t::text from refunds t union all select t::text from attention t
        union all select t::text from photos t union all select t::text from photo_mails t
        union all select t::text from master_locations t
        union all select t::text from master_prices t
        union all select t::text from webhook_deliveries t) t (line)""";

  private final GarbageAnswers answers =
      new GarbageAnswers(
          "application/json",
          "\\{\"success\":false,\"message\":\"[^\"].*\",\"details\":\\{\"code\":\"[A-Z_]+\".*}}",
          List.of(
              STAFF,
              ADMIN,
              OPERATOR_KEY,
              XenditSandboxClient.CALLBACK_TOKEN,
              "previous-callback-token",
              XenditSandboxClient.SECRET_KEY));

  /** A paid transaction with a picture and somebody to send it to. */
  String paid;

  private LogCapture log;
  private String before;

  /** There is something to spoil at every address. */
  @BeforeEach
  void listen() {
    paid = create(withGuest()).then().statusCode(201).extract().path("data.tr_external_id");
    xendit.pay(paid);
    pool.preparedQuery("insert into photos values ($1, 1, 'https://photos.example.com/1.jpg')")
        .executeAndAwait(Tuple.of(paid));
    pool.query(
            """
            insert into attention (kind, subject, detail, created_at, last_seen_at)
            values ('LATE_PAYMENT', 'qrpy_1', 'Late.', now(), now());
            insert into master_prices (mp_name, mp_amount, mp_created_at, mp_updated_at)
            values ('Two strips', 45000, now(), now())""")
        .executeAndAwait();
    before = text(EVERYTHING);
    log = new LogCapture();
  }

  @AfterEach
  void nothingRemains() {
    String after = text(EVERYTHING);
    int wellMeant = create(withGuest()).statusCode();
    log.close();

    answers.assertNothingWrong(log);
    assertThat(log.lines()).noneMatch(line -> line.contains(GUEST));
    assertThat(after).as("all that is stored").isEqualTo(before);
    assertThat(wellMeant).isEqualTo(201);
  }

  static RawHttp request(String requestLine, String token) {
    RawHttp request = RawHttp.of(requestLine);
    return token.isEmpty() ? request : request.with("Authorization", "Bearer " + token);
  }

  void assertRefused(RawHttp request) {
    answers.refused(request);
  }

  void assertBearable(RawHttp request) {
    answers.bearable(request);
  }

  private Map<String, Object> withGuest() {
    Map<String, Object> wish = wish();
    wish.put("email", GUEST);
    return wish;
  }
}
