package com.partnerbridges.xendit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.testkit.MovableClock;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** The service over real HTTP, with the sandbox as Xendit and Atlas, and a real PostgreSQL. */
public abstract class ServiceTest {

  public static final String STAFF = AtlasSandboxClient.STAFF;
  public static final String ADMIN = AtlasSandboxClient.ADMIN;
  public static final String OPERATOR_KEY = "operator-local-key";
  public static final String API = "/api/v1";
  public static final long AMOUNT = 40_000;

  /** Longer than QRIS_EXPIRY and EXPIRY_GRACE together. */
  public static final Duration PAST_EXPIRY = Duration.ofMinutes(16);

  @ConfigProperty(name = "SANDBOX_URL")
  URI sandbox;

  @Inject CircuitBreakerMaintenance breakers;
  @Inject protected MovableClock clock;
  @Inject protected Pool pool;
  protected XenditSandboxClient xendit;
  protected AtlasSandboxClient atlas;
  protected long location;

  @BeforeEach
  void startClean() {
    clock.reset();
    breakers.resetAll(); // what other tests broke
    xendit = new XenditSandboxClient(sandbox);
    xendit.reset();
    xendit.register(URI.create("http://127.0.0.1:" + RestAssured.port + API + "/webhooks/xendit"));
    atlas = new AtlasSandboxClient(sandbox);
    atlas.reset();
    pool.query(
            """
            truncate master_locations, master_prices, transactions, payments, webhook_deliveries,
              refunds, attention, photos, photo_mails restart identity""")
        .executeAndAwait();
    location =
        pool.query(
                """
                insert into master_locations (ml_name, ml_created_at, ml_updated_at)
                values ('Mall Kelapa', now(), now()) returning ml_id""")
            .executeAndAwait()
            .iterator()
            .next()
            .getLong(0);
  }

  protected static RequestSpecification as(String token) {
    return given().header("Authorization", "Bearer " + token).contentType("application/json");
  }

  /** A valid request, as a map that tests change. */
  protected Map<String, Object> wish() {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("location_id", location);
    return wish;
  }

  protected static Response create(Map<String, Object> wish) {
    return as(STAFF).body(wish).post(API + "/transactions");
  }

  /** The external id of a transaction whose code is shown. */
  protected String pending() {
    return create(wish()).then().statusCode(201).extract().path("data.tr_external_id");
  }

  /** The external id of a transaction that was paid in time. */
  protected String completed() {
    String id = pending();
    xendit.pay(id);
    assertThat(status(id)).isEqualTo("COMPLETED");
    return id;
  }

  /** The external id of a transaction whose time is over. */
  protected String expired() {
    String id = pending();
    clock.forward(PAST_EXPIRY);
    dueWork();
    assertThat(status(id)).isEqualTo("EXPIRED");
    return id;
  }

  protected static Response poll(String externalId) {
    return given().get(API + "/transactions/external/{id}", externalId);
  }

  protected static String status(String externalId) {
    return poll(externalId).then().statusCode(200).extract().path("data.tr_status");
  }

  /** What a scheduler's job does. */
  protected static int dueWork() {
    return given()
        .header("X-API-Key", OPERATOR_KEY)
        .post("/internal/jobs/due-work")
        .then()
        .statusCode(200)
        .extract()
        .path("done");
  }

  /** The open items. */
  protected static JsonPath attention() {
    return as(ADMIN).get(API + "/attention").then().statusCode(200).extract().jsonPath();
  }

  protected long count(String sql) {
    return pool.query(sql).executeAndAwait().iterator().next().getLong(0);
  }

  protected static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  protected String text(String sql) {
    return pool.query(sql).executeAndAwait().iterator().next().getString(0);
  }
}
