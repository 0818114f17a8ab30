package com.partnerbridges.xendit.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.xendit.XenditCode;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.dev.testkit.RawHttp;
import com.partnerbridges.xendit.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CreateTransactionTest extends ServiceTest {

  @Test
  void theKioskGetsACodeThatXenditKnows() {
    Response response = create(wish());

    response
        .then()
        .statusCode(201)
        .body("success", equalTo(true))
        .body("data.tr_external_id", matchesPattern("TRX-" + location + "-\\d{14}-[0-9A-F]{8}"))
        .body("data.tr_location_id", equalTo((int) location))
        .body("data.tr_amount", equalTo(40000))
        .body("data.tr_status", equalTo("PENDING"))
        .body("data.tr_id", notNullValue())
        .body("data.tr_qris_url", endsWith("/qr.svg"))
        .body("data.tr_created_at", endsWith("Z"));
    XenditCode code = xendit.code(response.path("data.tr_external_id"));
    assertThat(response.<String>path("data.tr_qris_string")).isEqualTo(code.qrString());
    assertThat(code.amount()).isEqualTo(40_000);
    Instant created = Instant.parse(response.path("data.tr_created_at"));
    assertThat(Instant.parse(response.path("data.tr_expired_at")))
        .isEqualTo(created.plus(15, ChronoUnit.MINUTES))
        .isEqualTo(code.expiresAt());
  }

  @Test
  void aPriceGivesTheAmount() {
    long price = price(55_000);
    Map<String, Object> wish = wish();
    wish.put("price_id", price);

    Response response = create(wish);

    response.then().statusCode(201).body("data.tr_amount", equalTo(55000));
    assertThat(xendit.code(response.path("data.tr_external_id")).amount()).isEqualTo(55_000);
  }

  @Test
  void unknownLocationsAndPricesAreRefusedAndXenditIsNotAsked() {
    Response location = create(Map.of("location_id", 999));
    Response price = create(Map.of("location_id", this.location, "price_id", 999));

    location.then().statusCode(404).body("details.code", equalTo("LOCATION_NOT_FOUND"));
    price.then().statusCode(404).body("details.code", equalTo("PRICE_NOT_FOUND"));
    assertThat(count("select count(*) from transactions")).isZero();
    assertThat(xendit.calls("create")).isEmpty();
  }

  @Test
  void theRowIsThereBeforeXenditIsCalled() {
    xendit.setFault("create", Fault.slow(Duration.ofMillis(600)));
    CompletableFuture<Response> creating = Meanwhile.ask(() -> create(wish()));

    await(() -> count("select count(*) from transactions where tr_qr_id is null") == 1);

    creating.join().then().statusCode(201);
  }

  @Test
  void theSameKeyAndBodyGiveTheSameTransaction() {
    Response first = createWithKey("key-1", wish());

    Response second = createWithKey("key-1", wish());

    second.then().statusCode(201).body("data", equalTo(first.path("data")));
    assertThat(xendit.calls("create")).hasSize(1);
  }

  @Test
  void theSameKeyGivesTheSameTransactionThoughItsPriceIsGone() {
    Map<String, Object> wish = wish();
    wish.put("price_id", price(55_000));
    Response first = createWithKey("key-1", wish);
    pool.query("delete from master_prices").executeAndAwait();

    Response second = createWithKey("key-1", wish);

    second.then().statusCode(201).body("data", equalTo(first.path("data")));
  }

  @Test
  void theSameKeyAfterACrashSaysThatTheAnswerWasLost() {
    createWithKey("key-1", wish());
    pool.query("update transactions set tr_qr_id = null, tr_qris_string = null").executeAndAwait();
    createWithKey("key-1", wish()).then().statusCode(409);
    clock.forward(Duration.ofSeconds(61));
    dueWork();

    Response second = createWithKey("key-1", wish());

    second
        .then()
        .statusCode(502)
        .body("details.code", equalTo("XENDIT_AWAY"))
        .body("details.reason", equalTo("CREATE_ANSWER_LOST"));
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    createWithKey("key-1", wish());
    Map<String, Object> other = wish();
    other.put("email", "guest@example.com");

    Response response = createWithKey("key-1", other);

    response.then().statusCode(422).body("details.code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    assertThat(count("select count(*) from transactions")).isEqualTo(1);
  }

  @Test
  void twentyRequestsAtOnceWithOneKeyMakeOneTransaction() {
    List<CompletableFuture<Response>> all =
        IntStream.range(0, 20)
            .mapToObj(i -> Meanwhile.ask(() -> createWithKey("key-1", wish())))
            .toList();

    all.forEach(
        response -> assertThat(response.join().statusCode()).isIn(201, 409)); // still being created

    assertThat(count("select count(*) from transactions")).isEqualTo(1);
    assertThat(xendit.calls("create")).hasSize(1);
  }

  @Test
  void keysOfOtherPeopleAreTheirOwn() {
    createWithKey("key-1", wish());

    as(ADMIN)
        .header("Idempotency-Key", "key-1")
        .body(wish())
        .post(API + "/transactions")
        .then()
        .statusCode(201);

    assertThat(count("select count(*) from transactions")).isEqualTo(2);
  }

  @Test
  void aCreateWhoseAnswerIsLostFailsAndIsNeverRepeated() {
    xendit.setFault("create", Fault.dropAfter());

    Response response = createWithKey("key-1", wish());

    response
        .then()
        .statusCode(502)
        .body("success", equalTo(false))
        .body("details.code", equalTo("XENDIT_AWAY"))
        .body("details.tr_status", equalTo("FAILED"));
    String id = response.path("details.tr_external_id");
    assertThat(status(id)).isEqualTo("FAILED");
    createWithKey("key-1", wish()).then().statusCode(502);
    assertThat(xendit.calls("create")).hasSize(1);
  }

  @Test
  void aCodeWhoseAnswerWasLostAndIsPaidBecomesAnAttentionItem() {
    xendit.setFault("create", Fault.dropAfter());
    String id = create(wish()).path("details.tr_external_id");

    xendit.pay(id);

    assertThat(status(id)).isEqualTo("FAILED");
    assertThat(attention().getString("data[0].kind")).isEqualTo("LATE_PAYMENT");
    assertThat(attention().getString("data[0].external_id")).isEqualTo(id);
  }

  @Test
  void aSlowXenditIsNotWaitedForLongerThanItsTime() {
    xendit.setFault("create", Fault.slow(Duration.ofSeconds(3)));

    Response response = create(wish());

    response.then().statusCode(502).body("details.code", equalTo("XENDIT_AWAY"));
    assertThat(response.time()).isLessThan(2500);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void troubleAtXenditFailsTheTransaction(int status) {
    xendit.setFault("create", Fault.status(status));

    Response response = create(wish());

    response.then().statusCode(502).body("details.code", equalTo("XENDIT_AWAY"));
    assertThat(status(response.path("details.tr_external_id"))).isEqualTo("FAILED");
  }

  @Test
  void aRefusalNamesXenditsReason() {
    long price = price(10_100); // Xendit's magic amount: CHANNEL_NOT_ACTIVATED
    Map<String, Object> wish = wish();
    wish.put("price_id", price);

    Response response = create(wish);

    response
        .then()
        .statusCode(502)
        .body("details.code", equalTo("XENDIT_REFUSED"))
        .body("details.reason", equalTo("REFUSED_CHANNEL_NOT_ACTIVATED"));
  }

  @Test
  void anAnswerThatIsNoCodeCountsAsLost() {
    xendit.setFault("create", Fault.truncatedJson());

    Response response = create(wish());

    response.then().statusCode(502).body("details.code", equalTo("XENDIT_AWAY"));
  }

  @Test
  void aPaymentBeforeTheCreateAnswerCompletesTheTransaction() {
    xendit.payBeforeCreateAnswer(true);

    Response response = create(wish());

    response.then().statusCode(201).body("data.tr_status", equalTo("COMPLETED"));
    response.then().body("data.tr_qris_string", notNullValue());
  }

  @Test
  void aPaymentCompletesTheTransactionThoughTheCreateAnswerNeverComes() {
    xendit.payBeforeCreateAnswer(true);
    xendit.setFault("create", Fault.dropAfter());

    Response response = create(wish());

    response.then().statusCode(201).body("data.tr_status", equalTo("COMPLETED"));
    assertThat(count("select count(*) from attention")).isZero();
  }

  @Test
  void aKioskThatHangsUpDoesNotStopItsTransaction() {
    xendit.setFault("create", Fault.slow(Duration.ofMillis(500)));

    RawHttp.of("POST " + API + "/transactions")
        .with("Authorization", "Bearer " + STAFF)
        .with("{\"location_id\":" + location + "}")
        .sendAndHangUp(() -> await(() -> count("select count(*) from transactions") == 1));

    await(() -> count("select count(*) from transactions where tr_qr_id is not null") == 1);
  }

  private static Response createWithKey(String key, Map<String, Object> wish) {
    return as(STAFF).header("Idempotency-Key", key).body(wish).post(API + "/transactions");
  }

  private long price(long amount) {
    return count(
        """
        insert into master_prices (mp_name, mp_amount, mp_created_at, mp_updated_at)
        values ('Print', %d, now(), now()) returning mp_id"""
            .formatted(amount));
  }
}
