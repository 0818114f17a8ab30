package com.partnerbridges.xendit.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import com.partnerbridges.dev.testkit.RawHttp;
import com.partnerbridges.dev.testkit.RawHttp.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RequestMarksTest {

  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/doors/open",
        "/doors/staff",
        "/doors/broken",
        "/nowhere",
        "/q/health",
        "/health",
        "/q/metrics",
        "/q/openapi",
        "/docs/",
        "/redoc"
      })
  void everyResponseIsMarked(String path) {
    Response response = given().get(path);

    response.then().header("X-Request-ID", matchesPattern(UUID));
    response.then().header("X-Process-Time", matchesPattern("[0-9]+\\.[0-9]{6}"));
  }

  @Test
  void aRefusedOriginIsMarked() {
    Response response = given().header("Origin", "https://stranger.example").get("/doors/open");

    response.then().statusCode(403).header("X-Request-ID", matchesPattern(UUID));
  }

  @Test
  void aBodyThatIsRefusedUnreadIsMarked() {
    Answer answer = RawHttp.of("POST /doors/parcels").with("Content-Length", "300000").send();

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.head()).containsIgnoringCase("X-Request-ID: ");
  }

  @Test
  void logLinesCarryTheId() {
    List<String> ids = new CopyOnWriteArrayList<>();
    Handler log = idsOfLines(ids);
    Logger.getLogger("").addHandler(log);

    given().header("X-Request-ID", "kiosk-8").get("/doors/broken");

    Logger.getLogger("").removeHandler(log);
    assertThat(ids).contains("kiosk-8");
  }

  @Test
  void theCallersOwnIdComesBack() {
    Response response = given().header("X-Request-ID", "kiosk-7_a.1").get("/doors/open");

    response.then().header("X-Request-ID", equalTo("kiosk-7_a.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gar bage", "<script>", "caf\u00e9", "..%0d%0a"})
  void anIdThatIsNoneIsNotEchoed(String id) {
    Response response = given().header("X-Request-ID", id).get("/doors/open");

    response.then().header("X-Request-ID", matchesPattern(UUID));
  }

  @Test
  void aLongIdIsNotEchoed() {
    Response response = given().header("X-Request-ID", "a".repeat(129)).get("/doors/open");

    assertThat(response.header("X-Request-ID")).hasSize(36);
  }

  private static Handler idsOfLines(List<String> ids) {
    return new ExtHandler() {
      @Override
      protected void doPublish(ExtLogRecord line) {
        ids.add(String.valueOf(line.getMdc("request")));
      }
    };
  }
}
