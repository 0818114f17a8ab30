package com.partnerbridges.utopia;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.mail.MailSinkClient;
import com.partnerbridges.dev.sandbox.powercode.PowercodeAccount;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.testkit.MovableClock;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** The service over real HTTP, with the sandbox as UTOPIA and PowerCode, and a real PostgreSQL. */
public abstract class ServiceTest {

  public static final String READER = "reader-local-key";
  public static final String OPERATOR = "operator-local-key";

  /** Longer than ORDER_LEASE. */
  public static final Duration PAST_LEASE = Duration.ofSeconds(61);

  /** Longer than any pause between two tries. */
  public static final Duration PAST_PAUSE = Duration.ofHours(37);

  private static final AtomicLong NUMBER = new AtomicLong(38_000);

  @ConfigProperty(name = "SANDBOX_URL")
  protected URI sandbox;

  @Inject protected CircuitBreakerMaintenance breakers;
  @Inject protected MovableClock clock;
  @Inject protected Pool pool;
  protected UtopiaSandboxClient utopia;
  protected PowercodeSandboxClient powercode;
  protected MailSinkClient mails;

  @BeforeEach
  void startClean() {
    clock.reset();
    breakers.resetAll(); // what other tests broke
    utopia = new UtopiaSandboxClient(sandbox);
    utopia.reset();
    utopia.register(URI.create("http://127.0.0.1:" + RestAssured.port + "/api-callback"));
    utopia.signNoMore();
    powercode = new PowercodeSandboxClient(sandbox);
    powercode.reset();
    mails = new MailSinkClient(sandbox);
    pool.query("truncate callback, orders, step, order_event, letter restart identity")
        .executeAndAwait();
  }

  protected static RequestSpecification as(String key) {
    return given().header("X-API-Key", key).contentType("application/json");
  }

  protected static String newRef() {
    return "UIA202511-%06d".formatted(NUMBER.incrementAndGet());
  }

  /** An order that UTOPIA knows and has called for. */
  protected String received(UtopiaOrder order) {
    utopia.order(order);
    utopia.callback(order.orderref());
    return order.orderref();
  }

  protected String received() {
    return received(UtopiaOrder.usual(newRef()));
  }

  protected static int dueWork() {
    return as(OPERATOR)
        .post("/internal/jobs/due-work")
        .then()
        .statusCode(200)
        .extract()
        .path("done");
  }

  protected String state(String orderref) {
    return text("select state from orders where orderref = '" + orderref + "'");
  }

  protected String error(String orderref) {
    return text("select error from orders where orderref = '" + orderref + "'");
  }

  /** Each step with its state, in their order. */
  protected List<String> steps(String orderref) {
    return texts(
        "select name || ' ' || state from step where orderref = '%s' order by position"
            .formatted(orderref));
  }

  protected String siteOf(String orderref) {
    return utopia.order(orderref).contract().at("/address/siteid").asText();
  }

  /** The order's one account at PowerCode. */
  protected PowercodeAccount account(String orderref) {
    List<PowercodeAccount> accounts = powercode.accountsOf(siteOf(orderref));
    assertThat(accounts).hasSize(1);
    return accounts.get(0);
  }

  /** The first column of the only row. */
  protected String text(String sql) {
    List<String> all = texts(sql);
    assertThat(all).as(sql).hasSize(1);
    return all.get(0);
  }

  protected List<String> texts(String sql) {
    return pool.query(sql).executeAndAwait().stream()
        .map(row -> row.getValue(0) == null ? null : row.getValue(0).toString())
        .toList();
  }
}
