package com.partnerbridges.utopia.letter;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.MoodyMailServer;
import com.partnerbridges.dev.testkit.MoodyMailServer.Mood;
import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.utopia.ServiceTest;
import com.partnerbridges.utopia.UtopiaConfig;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Letters to the office when the mail server fails. */
@QuarkusTest
class MailServerFaultTest extends ServiceTest {

  private static final Pattern ID = Pattern.compile("(?im)^Message-ID: (<[^>]+>)$");
  private static final String SMTP = "checks.find { it.name == 'partners' }.data.smtp";

  @Inject Vertx vertx;
  @Inject UtopiaConfig config;
  @Inject LetterWork work;
  private MoodyMailServer server;

  @BeforeEach
  void sendThroughTheMoodyOne() {
    server = new MoodyMailServer();
    QuarkusMock.installMockForType(
        new MailRoute(vertx, config.mail(), server.port()), MailRoute.class);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(value = Mood.class, mode = Mode.EXCLUDE, names = "GOOD")
  void onlyTheLetterIsLate(Mood mood) {
    server.mood = mood;
    String ref = received();
    dueWork();
    dueLetters();
    assertThat(state(ref)).isEqualTo("DONE");
    assertThat(text("select state from letter")).isEqualTo("QUEUED");
    server.mood = Mood.GOOD;
    assertThat(dueLetters()).as("before its time").isZero();
    clock.forward(Duration.ofSeconds(61));

    assertThat(dueLetters()).isEqualTo(1);

    assertThat(text("select state from letter")).isEqualTo("SENT");
    assertThat(dueLetters()).isZero();
  }

  @Test
  void aRepetitionAfterALostAnswerCanBeRecognised() {
    server.mood = Mood.GONE_AFTER_THE_LETTER;
    received();
    dueWork();
    dueLetters();
    server.mood = Mood.GOOD;
    clock.forward(Duration.ofSeconds(61));

    dueLetters();

    assertThat(server.letters).hasSize(2);
    assertThat(server.letters.stream().map(MailServerFaultTest::id).distinct())
        .singleElement()
        .satisfies(id -> assertThat(id).matches("<utopia-1-\\d+@example.com>"));
  }

  @Test
  void whatAnInstanceLeftIsSentWhenItsLeaseIsOver() {
    received();
    dueWork();
    dueLetters();
    pool.query(
            "update letter set state = 'QUEUED', next_attempt_at = now() + interval '32 seconds'")
        .executeAndAwait();
    assertThat(dueLetters()).isZero();
    clock.forward(config.mail().timeout().plusSeconds(31));

    assertThat(dueLetters()).isEqualTo(1);
  }

  @Test
  void thePausesDoubleUpToAnHourForThreeDays() {
    server.mood = Mood.REFUSING;
    received();
    dueWork();
    LogCapture log = new LogCapture();
    double before = givenUp();
    dueLetters();
    List<Long> pauses = new ArrayList<>();

    for (Duration pause = untilNext(); pause != null; pause = untilNext()) {
      pauses.add((pause.toSeconds() + 30) / 60);
      clock.forward(pause);
      dueLetters();
    }

    log.close();
    assertThat(pauses).startsWith(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L).hasSize(6 + 71);
    assertThat(pauses.stream().mapToLong(Long::longValue).sum())
        .isBetween(72 * 60L - 2, 72 * 60L + 2);
    assertThat(text("select state || ' ' || error from letter")).isEqualTo("FAILED SMTP 550");
    assertThat(log.lines())
        .anyMatch(line -> line.equals("letter kind=DONE outcome=given_up attempt=78 why=SMTP 550"))
        .noneMatch(line -> line.contains("example.com"));
    assertThat(givenUp()).isEqualTo(before + 1);
  }

  @Test
  void theReadinessTellsThatTheServerIsAwayAndStaysUp() {
    server.mood = Mood.SILENT;
    as(OPERATOR)
        .post("/test-email")
        .then()
        .statusCode(502)
        .body("code", equalTo("MAIL_NOT_TAKEN"))
        .body("detail", containsString("TimeoutException"));
    get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(SMTP, startsWith("away since "))
        .body(SMTP, containsString("TimeoutException"));
    server.mood = Mood.REFUSING;

    as(OPERATOR)
        .post("/test-email")
        .then()
        .statusCode(502)
        .body("detail", containsString("SMTP 550"));

    get("/q/health/ready").then().statusCode(200).body(SMTP, startsWith("answered "));
  }

  @Test
  void aServerThatIsSilentHoldsNoConnection() {
    server.mood = Mood.SILENT;
    received();
    dueWork();
    dueLetters();

    server.awaitNobody();
  }

  private int dueLetters() {
    return work.workOff().await().indefinitely();
  }

  private static double givenUp() {
    return get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("utopia_letters_total{outcome=\"given_up\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  /** Null when there is no next attempt. */
  private Duration untilNext() {
    OffsetDateTime next =
        pool.query("select next_attempt_at from letter")
            .executeAndAwait()
            .iterator()
            .next()
            .getOffsetDateTime(0);
    return next == null ? null : Duration.between(clock.instant(), next.toInstant());
  }

  private static String id(String letter) {
    var matcher = ID.matcher(letter);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
