package com.partnerbridges.iiko;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.idp.IdpSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.mail.MailSinkClient;
import com.partnerbridges.dev.testkit.MovableClock;
import com.partnerbridges.iiko.access.AccountRole;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/**
 * The service over real HTTP, with the sandbox as accounts' iiko servers, and a real PostgreSQL.
 * Every test has accounts of its own, since what is kept about credentials cannot be deleted.
 */
public abstract class ServiceTest {

  public static final AccountRole ADMIN = AccountRole.ADMIN;
  public static final AccountRole MEMBER = AccountRole.MEMBER;
  public static final String OPERATOR = "operator-local-key";

  private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

  /** The same person has the same token: to sign one takes its time. */
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  @ConfigProperty(name = "SANDBOX_URL")
  protected URI sandbox;

  @Inject protected MovableClock clock;
  @Inject protected Pool pool;
  protected IdpSandboxClient idp;
  protected MailSinkClient mails;

  @BeforeEach
  void startClean() {
    clock.reset();
    idp = new IdpSandboxClient(sandbox);
    mails = new MailSinkClient(sandbox);
    pool.query(
            """
            truncate connection, schedule, run, part, record_error, request_log, corporate_item,
              supplier, invoice, invoice_item, confirmed, letter, credential_key""")
        .executeAndAwait();
  }

  protected static String newAccount() {
    return "acc-" + NUMBER.incrementAndGet();
  }

  /** A person who has this role in the account; called after it. */
  protected RequestSpecification as(String account, AccountRole role) {
    String word = role.name().toLowerCase(Locale.ROOT);
    return bearer(
        TOKENS.computeIfAbsent(
            word + " " + account,
            person -> idp.token(word + "-of-" + account, Map.of(account, word))));
  }

  protected static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token).contentType("application/json");
  }

  protected static RequestSpecification asOperator() {
    return given().header("X-API-Key", OPERATOR).contentType("application/json");
  }

  /** Where an account's integration is. */
  protected static String at(String account, String path) {
    return "/api/v1/accounts/" + account + "/integrations/iiko" + path;
  }

  /** An iiko server of this account's own; there from the first call about it. */
  protected IikoSandboxClient server(String account) {
    return new IikoSandboxClient(sandbox, account);
  }

  /** What an admin enters to connect the account to its server. */
  protected Map<String, Object> login(String account) {
    return Map.of(
        "username", IikoSandboxClient.USERNAME,
        "password", IikoSandboxClient.PASSWORD,
        "base_url", server(account).baseUrl().toString());
  }

  /** A new account that is connected to a server of its own. */
  protected String connected() {
    String account = newAccount();
    server(account).reset();
    as(account, ADMIN).body(login(account)).post(at(account, "/connect")).then().statusCode(200);
    return account;
  }

  protected static int dueWork() {
    return asOperator()
        .post("/internal/jobs/due-work")
        .then()
        .statusCode(200)
        .extract()
        .path("done");
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
