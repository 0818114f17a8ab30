package com.partnerbridges.xendit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.testkit.Meanwhile;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What callers see while the database hangs, and what has become of it afterwards. */
@QuarkusTest
class DatabaseAwayTest extends ServiceTest {

  private static final String ACCEPT_FAILS =
      """
      create or replace function be_away() returns trigger language plpgsql as $$
      begin raise exception 'away' using errcode = '57P03'; end $$;
      create or replace trigger away before update of tr_qr_id on transactions
        for each row execute function be_away()""";

  @ConfigProperty(name = "partner-bridges.database-timeout")
  Duration limit;

  @Test
  void aHangingDatabaseIsToldInTimeAndNothingIsHalfDone() {
    String id = pending();
    String everything = "select md5(string_agg(t::text, ',')) from transactions t";
    String before = text(everything);
    SqlConnection other = pool.getConnectionAndAwait();
    other.query("begin; lock table transactions in access exclusive mode").executeAndAwait();

    List<Response> answers = atOnce(() -> webhook(id), () -> poll(id), () -> createOnce());

    // the server's own limit comes a little after the caller's
    await(() -> count("select count(*) from pg_locks where not granted") == 0);
    other.query("rollback").executeAndAwait();
    other.closeAndAwait();
    assertThat(answers)
        .allSatisfy(
            answer -> {
              answer.then().statusCode(503).body("details.code", equalTo("DATABASE_AWAY"));
              answer.then().header("Retry-After", "5");
              assertThat(answer.time()).isLessThan(limit.plusSeconds(1).toMillis());
            });
    assertThat(text(everything)).isEqualTo(before);
    assertThat(count("select count(*) from webhook_deliveries")).isZero();
    assertThat(xendit.calls("create")).hasSize(1);
    createOnce().then().statusCode(201);
    webhook(id).then().statusCode(200);
    assertThat(status(id)).isEqualTo("COMPLETED");
  }

  @Test
  void aCodeThatCouldNotBeStoredIsNamedAndItsTransactionFailsInTheEnd() {
    pool.query(ACCEPT_FAILS).executeAndAwait();

    Response away = createOnce();

    pool.query("drop trigger away on transactions").executeAndAwait();
    away.then().statusCode(503).body("details.code", equalTo("DATABASE_AWAY"));
    String id = away.path("details.tr_external_id");
    assertThat(status(id)).isEqualTo("PENDING");
    createOnce().then().statusCode(409).body("details.tr_external_id", equalTo(id));
    clock.forward(Duration.ofSeconds(61));
    dueWork();
    createOnce().then().statusCode(502).body("details.reason", equalTo("CREATE_ANSWER_LOST"));
    assertThat(xendit.calls("create")).hasSize(1);
    xendit.pay(id);
    assertThat(attention().getList("data.kind")).containsExactly("LATE_PAYMENT");
  }

  private Response createOnce() {
    return as(STAFF).header("Idempotency-Key", "k").body(wish()).post(API + "/transactions");
  }

  private static Response webhook(String id) {
    return given()
        .contentType("application/json")
        .header("x-callback-token", XenditSandboxClient.CALLBACK_TOKEN)
        .body("{\"external_id\":\"" + id + "\",\"status\":\"COMPLETED\",\"xendit_id\":\"qr_1\"}")
        .post(API + "/webhooks/xendit");
  }

  @SafeVarargs
  private static List<Response> atOnce(Supplier<Response>... calls) {
    return List.of(calls).stream().map(Meanwhile::ask).toList().stream()
        .map(CompletableFuture::join)
        .toList();
  }
}
