package com.partnerbridges.iute;

import static io.restassured.RestAssured.given;

import com.partnerbridges.dev.sandbox.iute.IuteSandboxClient;
import com.partnerbridges.dev.testkit.MovableClock;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** The service over real HTTP, with the sandbox as Iute and a real PostgreSQL. */
public abstract class ServiceTest {

  public static final String POS = "pos-local-key";
  public static final String OTHER_POS = "pos-2-local-key";
  public static final String READER = "reader-local-key";
  public static final String OPERATOR = "operator-local-key";
  public static final String PHONE = "+355691234567";

  @ConfigProperty(name = "SANDBOX_URL")
  URI sandbox;

  @Inject CircuitBreakerMaintenance breakers;
  @Inject protected MovableClock clock;
  @Inject protected Pool pool;
  protected IuteSandboxClient iute;

  @BeforeEach
  void startClean() {
    clock.reset();
    breakers.resetAll(); // what other tests broke
    iute = new IuteSandboxClient(sandbox);
    iute.reset();
    pool.query("truncate payment, payment_event, delivery, attention restart identity")
        .executeAndAwait();
  }

  protected static RequestSpecification as(String key) {
    return given().header("X-API-Key", key).contentType("application/json");
  }

  protected static String newOrderId() {
    return "order-" + UUID.randomUUID();
  }

  /** A valid request, as a map that tests change. */
  protected static Map<String, Object> wish(String orderId) {
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("amount", 100.5);
    wish.put("customerPhone", PHONE);
    wish.put("salesmanIdentifier", "salesman-7");
    wish.put("currency", "EUR");
    wish.put("orderId", orderId);
    return wish;
  }

  protected static Response create(Map<String, Object> wish) {
    return as(POS).body(wish).post("/create_iute_payment");
  }

  /** An order that Iute has accepted. */
  protected static String pending() {
    String orderId = newOrderId();
    create(wish(orderId)).then().statusCode(200);
    return orderId;
  }

  protected static String status(String orderId) {
    return as(POS).get("/payment_status/{id}", orderId).then().extract().path("status");
  }

  /** What a scheduler's job does. */
  protected static int dueWork() {
    return as(OPERATOR)
        .post("/internal/jobs/due-work")
        .then()
        .statusCode(200)
        .extract()
        .path("done");
  }

  protected static io.restassured.path.json.JsonPath attention() {
    return as(OPERATOR).get("/attention").then().statusCode(200).extract().jsonPath();
  }

  protected long count(String sql) {
    return pool.query(sql).executeAndAwait().iterator().next().getLong(0);
  }
}
