package com.partnerbridges.iiko.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be connected is told, and leaves nothing. */
@QuarkusTest
class ConnectRefusalTest extends ServiceTest {

  private String account;
  private IikoSandboxClient server;

  @BeforeEach
  void newServer() {
    account = newAccount();
    server = server(account);
    server.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_PASSWORD",
    "NO_LICENCE_SLOT",
    "MODULE_BLOCKED",
    "PERMISSION_DENIED",
    "NOT_AN_IIKO_SERVER",
    "REDIRECTED",
    "UNREACHABLE",
    "DROPPED",
    "SILENT",
    "SERVER_ERROR",
    "BUSY",
    "ADDRESS_NOT_ALLOWED"
  })
  void aRefusedLoginSaysWhyAndStoresNothing(String how) {
    connect(refusal(how))
        .statusCode(422)
        .contentType("application/problem+json")
        .body("code", equalTo(code(how)))
        .body("detail", not(equalTo("")));

    assertThat(texts("select account_id from connection")).isEmpty();
    assertThat(texts("select 1 from credential_audit where account_id = '%s'".formatted(account)))
        .isEmpty();
    assertThat(texts("select id from run")).isEmpty();
    assertThat(server.use().slotsHeld()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "username    | ' '",
        "username    | a\u0007b",
        "password    | ''",
        "base_url    | 'ht tp://x'",
        "source      | csv",
        "time_zone   | Mars/Base",
        "time_zone   | UTC+25",
        "alert_email | nobody",
        "alert_email | a b@example.com"
      })
  void aFieldThatCannotBeUsedIsNamed(String field, String value) {
    connect(Map.of(field, value))
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.field", hasItem(field));
    assertThat(server.use().logins()).isZero();
  }

  private Map<String, Object> refusal(String how) {
    switch (how) {
      case "WRONG_PASSWORD":
        return Map.of("password", "wrong");
      case "NO_LICENCE_SLOT":
        server.slots(0);
        return Map.of();
      case "MODULE_BLOCKED":
        server.moduleBlocked(true);
        return Map.of();
      case "PERMISSION_DENIED":
        server.setFault(IikoSandboxClient.LOGIN, Fault.status(403));
        return Map.of();
      case "NOT_AN_IIKO_SERVER":
        return Map.of("base_url", sandbox + "/idp/jwks");
      case "REDIRECTED":
        server.redirect(IikoSandboxClient.LOGIN, URI.create("http://example.com/"));
        return Map.of();
      case "UNREACHABLE":
        return Map.of("base_url", "http://127.0.0.1:1");
      case "DROPPED":
        server.setFault(IikoSandboxClient.LOGIN, Fault.dropBefore());
        return Map.of();
      case "SILENT":
        server.setFault(IikoSandboxClient.LOGIN, Fault.slow(Duration.ofSeconds(4)));
        return Map.of();
      case "SERVER_ERROR":
        server.setFault(IikoSandboxClient.LOGIN, Fault.status(500));
        return Map.of();
      case "BUSY":
        server.busy(IikoSandboxClient.LOGIN, 429, Duration.ofSeconds(60), 9);
        return Map.of();
      default:
        return Map.of("base_url", "http://user@127.0.0.1:9/x");
    }
  }

  private static String code(String how) {
    return switch (how) {
      case "REDIRECTED" -> "NOT_AN_IIKO_SERVER";
      case "DROPPED", "SILENT" -> "UNREACHABLE";
      default -> how;
    };
  }

  private ValidatableResponse connect(Map<String, Object> changes) {
    Map<String, Object> body = new HashMap<>(login(account));
    body.putAll(changes);
    return as(account, ADMIN).body(body).post(at(account, "/connect")).then();
  }
}
