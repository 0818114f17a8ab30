package com.partnerbridges.iiko.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoSettings;
import com.partnerbridges.dev.sandbox.iiko.Oddity;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A password is told once and never seen again, nor what is made of it. */
@QuarkusTest
class CanaryTest extends ServiceTest {

  private static final String USERNAME = "canary-name-7f3a";
  private static final String PASSWORD = "canary-Passw0rd-7f3a";
  private static final String WRONG = "canary-wr0ng-7f3a";

  private final List<String> answers = new ArrayList<>();

  @Test
  void noAnswerLogMetricAuditOrColumnHoldsASecret() throws GeneralSecurityException {
    LogCapture log = new LogCapture();
    try {
      String account = newAccount();
      IikoSandboxClient server = server(account);
      server.reset();
      server.change(Json.with(IikoSettings.UNCHANGED, "login", USERNAME));
      server.password(PASSWORD);

      String token = useEverything(account, server);

      List<String> secrets = List.of(USERNAME, PASSWORD, WRONG, sha1(PASSWORD), sha1(WRONG), token);
      answers.add(RestAssured.get("/q/metrics").asString());
      assertNone(answers, secrets);
      assertNone(log.lines(), secrets);
      assertNone(everyColumn(), secrets);
    } finally {
      log.close();
    }
  }

  private String useEverything(String account, IikoSandboxClient server) {
    connect(account, WRONG);
    connect(account, PASSWORD);
    Response pushToken = as(account, ADMIN).post(at(account, "/push-token"));
    String token = pushToken.path("token");
    RestAssured.given().post("/webhooks/iiko/" + token);
    RestAssured.given().post("/webhooks/iiko/" + token + "x");
    server.slots(0);
    hear(as(account, ADMIN).post(at(account, "/test")));
    server.slots(1);
    server.odd(IikoSandboxClient.SEARCH, Oddity.EMPTY_ROOT);
    hear(as(account, ADMIN).post(at(account, "/test")));
    hear(as(account, MEMBER).get(at(account, "/suppliers/search?name=a")));
    hear(
        as(account, ADMIN)
            .body("{\"username\": \"" + USERNAME + "\", \"password\": \"" + WRONG + "\", }")
            .put(at(account, "/credentials")));
    hear(
        as(account, ADMIN)
            .body(Map.of("username", USERNAME, "password", WRONG + "\u0000"))
            .put(at(account, "/credentials")));
    hear(as(account, MEMBER).get(at(account, "/status")));
    hear(as(account, ADMIN).get(at(account, "/audit")));
    hear(asOperator().get("/api/v1/credential-keys"));
    dueWork();
    hear(as(account, ADMIN).delete(at(account, "/connect")));
    connect(account, PASSWORD);
    return token;
  }

  private void connect(String account, String password) {
    Map<String, Object> body = new HashMap<>(login(account));
    body.put("username", USERNAME);
    body.put("password", password);
    hear(as(account, ADMIN).body(body).post(at(account, "/connect")));
  }

  private void hear(Response answer) {
    answers.add(answer.headers() + "\n" + answer.asString());
  }

  private List<String> everyColumn() {
    List<String> all = new ArrayList<>();
    for (String table :
        texts(
            "select table_name from information_schema.tables where table_schema = 'iiko'"
                + " and table_type = 'BASE TABLE'")) {
      all.addAll(texts("select t::text from iiko." + table + " t"));
    }
    assertThat(all).isNotEmpty();
    return all;
  }

  private static void assertNone(List<String> texts, List<String> secrets) {
    for (String secret : secrets) {
      assertThat(texts).noneMatch(text -> text.contains(secret));
    }
  }

  private static String sha1(String text) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
