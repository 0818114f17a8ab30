package com.partnerbridges.xendit.photo;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.MoodyMailServer;
import com.partnerbridges.dev.testkit.MoodyMailServer.Mood;
import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.xendit.XenditConfig;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The gallery's e-mail when the mail server fails. */
@QuarkusTest
class MailServerFaultTest extends PhotoBooth {

  private static final Pattern ID = Pattern.compile("(?im)^Message-ID: (<[^>]+>)$");

  @Inject Vertx vertx;
  @Inject XenditConfig config;
  private MoodyMailServer server;

  @BeforeEach
  void sendThroughTheMoodyOne() {
    server = new MoodyMailServer();
    QuarkusMock.installMockForType(
        new MailRoute(vertx, config.mail(), server.port()), MailRoute.class);
    add(PHOTO);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(value = Mood.class, mode = Mode.EXCLUDE, names = "GOOD")
  void whatIsNotTakenStaysQueuedAndGoesOutLater(Mood mood) {
    server.mood = mood;
    send(Map.of()).then().statusCode(200).body("data.status", equalTo("QUEUED"));
    server.mood = Mood.GOOD;
    assertThat(dueMails()).as("before its time").isZero();
    clock.forward(Duration.ofSeconds(61));

    assertThat(dueMails()).isEqualTo(1);

    send(Map.of()).then().body("data.status", equalTo("SENT"));
    assertThat(dueMails()).isZero();
  }

  @Test
  void aServerThatIsNotThereLeavesItQueued() throws IOException {
    server.close();

    send(Map.of()).then().statusCode(200).body("data.status", equalTo("QUEUED"));
  }

  @Test
  void anAddressThatNoServerCanReadHoldsNothing() {
    server.mood = Mood.BUSY;
    send(Map.of());
    // more often than the client has connections
    for (int i = 0; i < 20; i++) {
      run("update photo_mails set recipient = 'not an address', next_attempt_at = now()");
      dueMails();
    }
    assertThat(text("select attempts::text from photo_mails")).isEqualTo("21");
    server.mood = Mood.GOOD;

    send(Map.of("again", true, "email", "right@example.com"))
        .then()
        .body("data.status", equalTo("SENT"));
  }

  @Test
  void aRepetitionAfterALostAnswerCanBeRecognised() {
    server.mood = Mood.GONE_AFTER_THE_LETTER;
    send(Map.of());
    server.mood = Mood.GOOD;
    clock.forward(Duration.ofSeconds(61));

    dueMails();

    assertThat(server.letters).hasSize(2);
    assertThat(server.letters.stream().map(MailServerFaultTest::id).distinct())
        .containsExactly("<photo-mail-1@example.com>");
  }

  @Test
  void thePausesDoubleForADayThenAPersonIsTold() {
    server.mood = Mood.REFUSING;
    send(Map.of());
    List<Long> pauses = new ArrayList<>();

    for (Duration pause = untilNext(); pause != null; pause = untilNext()) {
      pauses.add((pause.toSeconds() + 30) / 60);
      clock.forward(pause);
      dueMails();
    }

    // in minutes; the last attempt is made when the day is over
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 417L);
    send(Map.of()).then().body("data.status", equalTo("FAILED"));
    assertThat(text("select kind || ' ' || external_id || ' ' || detail from attention"))
        .isEqualTo(
            "PHOTO_MAIL_FAILED %s The e-mail with the photos was not taken in 12 attempts."
                .formatted(id));
    assertThat(get("/q/metrics").asString())
        .contains("attention_open{kind=\"PHOTO_MAIL_FAILED\"} 1.0");
  }

  @Test
  void whatHasFailedGoesOutAgainOnPurpose() {
    server.mood = Mood.BUSY;
    send(Map.of());
    clock.forward(Duration.ofHours(24));
    dueMails();
    server.mood = Mood.GOOD;

    send(Map.of("again", true)).then().body("data.status", equalTo("SENT"));
  }

  @Test
  void aWrongAddressIsSetRightWhileTheLetterWaits() {
    server.mood = Mood.REFUSING;
    send(Map.of());
    server.mood = Mood.GOOD;

    send(Map.of("again", true, "email", "right@example.com"))
        .then()
        .body("data.status", equalTo("SENT"))
        .body("data.email", equalTo("right@example.com"));

    clock.forward(Duration.ofHours(1));
    assertThat(dueMails()).isZero();
    assertThat(server.letters).hasSize(1);
  }

  @Test
  void whatWaitsIsNotQueuedTwice() {
    server.mood = Mood.BUSY;
    send(Map.of());

    send(Map.of("again", true)).then().body("data.status", equalTo("QUEUED"));

    assertThat(text("select count(*)::text from photo_mails")).isEqualTo("1");
  }

  @Test
  void aSilentServerHoldsUpNothingElseAndNoConnection() {
    server.mood = Mood.SILENT;
    // more than the client has connections
    List<CompletableFuture<Integer>> hanging =
        together(24, () -> send(Map.of("again", true, "email", address())).statusCode());

    gallery(id).then().statusCode(200);

    assertThat(hanging.stream().filter(send -> !send.isDone())).hasSizeGreaterThanOrEqualTo(16);
    assertThat(hanging).allSatisfy(send -> assertThat(send.join()).isEqualTo(200));

    server.awaitNobody();

    server.mood = Mood.GOOD;
    clock.forward(Duration.ofHours(24));
    dueMails();
    assertThat(server.letters).hasSize(1);
  }

  @Test
  void addressesInAServersAnswerAreNotLogged() {
    server.mood = Mood.REFUSING;
    LogCapture log = new LogCapture();

    send(Map.of("email", "secret-guest@example.com"));

    log.close();
    assertThat(log.lines())
        .anyMatch(line -> line.contains("why=SMTP 550"))
        .noneMatch(line -> line.contains("secret-guest"));
  }

  /** Null when there is no next attempt. */
  private Duration untilNext() {
    OffsetDateTime next =
        pool.query("select next_attempt_at from photo_mails")
            .executeAndAwait()
            .iterator()
            .next()
            .getOffsetDateTime(0);
    return next == null ? null : Duration.between(clock.instant(), next.toInstant());
  }

  private static String address() {
    return "guest-" + UUID.randomUUID() + "@example.com";
  }

  private static String id(String letter) {
    var matcher = ID.matcher(letter);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
