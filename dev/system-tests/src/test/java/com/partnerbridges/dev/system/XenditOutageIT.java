package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.stack.PostgresServer;
import com.partnerbridges.dev.stack.ServiceProcess;
import com.partnerbridges.dev.testkit.Meanwhile;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database, Xendit and Atlas go away and come back. */
class XenditOutageIT {

  private ServiceProcess service;
  private URI url;
  private Kiosk kiosk;
  private XenditSandboxClient sandbox;
  private PostgresServer database;

  @BeforeEach
  void start() {
    service = Suite.xendit(1);
    url = service.url();
    kiosk = new Kiosk(url);
    sandbox = Suite.xenditSandbox();
    database = Suite.stack().postgres();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDatabaseThatGoesLosesNothingAndIsFoundAgain(boolean killed) {
    List<String> references = kiosk.createMany(400);
    Set<String> confirmed = ConcurrentHashMap.newKeySet();
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    CompletableFuture<Void> load =
        Meanwhile.run(() -> references.forEach(reference -> confirm(reference, confirmed, seen)))
            .orTimeout(Suite.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    Suite.await("load has begun", () -> confirmed.size() > 50);

    if (killed) {
      database.kill9();
    } else {
      database.stop();
    }
    Http.Answer question = kiosk.ask(references.get(0), 0).join();
    Suite.await("webhooks are told to come again", () -> seen.contains(503));
    List<String> before = List.copyOf(confirmed);
    database.start();
    load.join();

    assertDatabaseAway(question);
    assertThat(seen).containsExactlyInAnyOrder(200, 503);
    assertThat(Books.of(before)).containsExactly("COMPLETED PAID");
    assertThat(Books.of(references)).isSubsetOf("COMPLETED PAID", "EXPIRED PAID LATE_PAYMENT");
    awaitAnswersAtOnce();
  }

  /** Four seconds is the limit of every statement. */
  @Test
  void aHangingDatabaseIsAwayWithinFiveSeconds() {
    String reference = kiosk.createMany(1).get(0);
    HttpRequest webhook = PaidWebhook.of(reference).to(url);
    List<HttpRequest> burst = new ArrayList<>();
    Stream.generate(() -> webhook).limit(60).forEach(burst::add);
    Stream.generate(() -> kiosk.question(reference, 0)).limit(60).forEach(burst::add);

    database.freeze();
    long begun = System.nanoTime();
    List<Http.Answer> answers = Http.sendAll(burst);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    database.thaw();

    assertThat(answers).allSatisfy(XenditOutageIT::assertDatabaseAway);
    assertThat(took).isLessThan(Duration.ofSeconds(5));
    Suite.await("redelivered", () -> Http.send(webhook).join().status() == 200);
    assertThat(kiosk.status(reference)).isEqualTo("COMPLETED");
    awaitAnswersAtOnce();
  }

  @Test
  void nothingExpiresBeforeXenditWasAsked() {
    List<String> references = kiosk.createMany(2);
    sandbox.pay(references.get(0), PayOptions.USUAL.asLost());
    sandbox.setFault("payments", Fault.status(503));

    Suite.await("their time is over", () -> endedSomeTimeAgo(references));
    Set<String> whileXenditIsAway = Books.of(references);
    sandbox.clearFaults();

    assertThat(whileXenditIsAway).containsExactly("PENDING");
    Suite.await(
        "both are settled", () -> Books.of(references).equals(Set.of("COMPLETED PAID", "EXPIRED")));
    assertThat(kiosk.status(references.get(0))).isEqualTo("COMPLETED");
  }

  @Test
  void whoIsKnownGoesOnWhileAtlasIsAway() {
    AtlasSandboxClient atlas = Suite.atlasSandbox();
    String newcomer = "token-" + Kiosk.newKey();
    atlas.user(newcomer, 77, "newcomer", 10, "PHOTOBOX");
    long location = kiosk.newLocation();
    assertThat(kiosk.create(location, Kiosk.newKey()).join().status()).isEqualTo(201);

    atlas.setFault("me", Fault.status(503));
    Http.Answer known = kiosk.create(location, Kiosk.newKey()).join();
    Http.Answer unknown = kiosk.create(location, Kiosk.newKey(), newcomer).join();
    atlas.clearFaults();

    assertThat(known.status()).isEqualTo(201);
    assertThat(unknown.status()).isEqualTo(503);
    assertThat(unknown.json().path("success").asBoolean(true)).isFalse();
    Suite.await(
        "the newcomer gets in",
        () -> kiosk.create(location, Kiosk.newKey(), newcomer).join().status() == 201);
  }

  /** Again and again, as Xendit does, until it is accepted. */
  private void confirm(String reference, Set<String> confirmed, Set<Integer> seen) {
    HttpRequest webhook = PaidWebhook.of(reference).to(url);
    int status;
    do {
      status = Http.send(webhook).join().status();
      seen.add(status);
    } while (status != 200);
    confirmed.add(reference);
  }

  private static void assertDatabaseAway(Http.Answer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().path("success").asBoolean(true)).isFalse();
    assertThat(answer.json().path("details").path("code").asText()).isEqualTo("DATABASE_AWAY");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  /** What is announced is heard again: five times in a row are no luck of the rounds between. */
  private void awaitAnswersAtOnce() {
    URI other = Suite.xendit(2).url();
    Suite.await(
        "held questions are answered at once",
        () ->
            kiosk.createMany(5).stream()
                .allMatch(reference -> HeldQuestion.of(reference, url, other).isPaidAtOnce()));
    Suite.await("ready", service::isReady);
  }

  private static boolean endedSomeTimeAgo(List<String> references) {
    return Suite.query(
                "select 1 from photobox.transactions where tr_expired_at + interval '3 seconds' < now()"
                    + " and tr_external_id in ('"
                    + String.join("','", references)
                    + "')")
            .size()
        == references.size();
  }
}
