package com.partnerbridges.iiko.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A connection is changed without being ended. */
@QuarkusTest
class ChangeTest extends ServiceTest {

  private String account;
  private IikoSandboxClient server;

  @BeforeEach
  void connect() {
    account = newAccount();
    server = server(account);
    server.reset();
    Map<String, Object> wish = new HashMap<>(login(account));
    wish.put("time_zone", "Europe/Rome");
    wish.put("alert_email", "office@example.com");
    as(account, ADMIN).body(wish).post(at(account, "/connect")).then().statusCode(200);
  }

  @Test
  void changedCredentialsAreTriedFirst() {
    server.password("another");

    put("wrong").statusCode(422).body("code", equalTo("WRONG_PASSWORD"));
    put("another").statusCode(200).body("is_connected", equalTo(true));

    as(account, ADMIN).post(at(account, "/test")).then().statusCode(200);
  }

  @Test
  void whatIsLeftOutOfAChangeStays() {
    String before = settings();

    put(Map.of()).statusCode(200);

    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void everythingOfAConnectionCanBeChanged() {
    IikoSandboxClient other = server(account + "-moved");
    other.reset();

    put(Map.of(
            "base_url", other.baseUrl() + "/",
            "source", "json",
            "time_zone", "Europe/Rome",
            "alert_email", ""))
        .statusCode(200);

    assertThat(settings()).isEqualTo(other.baseUrl() + " json Europe/Rome");
    assertThat(texts("select state from run order by id")).containsExactly("CANCELLED", "QUEUED");
  }

  @ParameterizedTest
  @CsvSource({
    "base_url, ftp://example.com, 422",
    "base_url, http://[, 400",
    "source, csv, 400",
    "time_zone, Europe/Nowhere, 400",
    "time_zone, '', 400",
    "alert_email, nobody, 400"
  })
  void aChangeThatCannotBeMeantChangesNothing(String field, String value, int status) {
    String before = settings();

    put(Map.of(field, value)).statusCode(status);

    assertThat(settings()).isEqualTo(before);
  }

  @Test
  void theStoredPasswordIsNeverSentToAnotherServer() {
    IikoSandboxClient other = server(account + "-moved");
    other.reset();

    as(account, ADMIN)
        .body(Map.of("base_url", other.baseUrl().toString()))
        .put(at(account, "/credentials"))
        .then()
        .statusCode(400);

    assertThat(other.use().logins()).isZero();
  }

  private ValidatableResponse put(String password) {
    return put(Map.of("password", password));
  }

  private ValidatableResponse put(Map<String, Object> changes) {
    Map<String, Object> body = new HashMap<>();
    body.put("username", IikoSandboxClient.USERNAME);
    body.put("password", IikoSandboxClient.PASSWORD);
    body.putAll(changes);
    return as(account, ADMIN).body(body).put(at(account, "/credentials")).then();
  }

  private String settings() {
    return text(
        "select concat_ws(' ', base_url, source, time_zone, alert_email) from connection"
            + " where account_id = '%s'".formatted(account));
  }
}
