package com.partnerbridges.iiko.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.iiko.Seeded;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run as it goes. */
@QuarkusTest
class RunEventsTest extends ServiceTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject RunWatch watch;
  private String account;
  private Seeded iiko;

  @BeforeEach
  void seed() {
    account = newAccount();
    iiko = new Seeded(pool, account, clock.instant()).connected();
  }

  @Test
  void aRunThatHasEndedIsToldOnce() throws Exception {
    long run = iiko.run("stores", "PARTIAL");

    List<JsonNode> events = follow(run).get(10, TimeUnit.SECONDS);

    assertThat(events).hasSize(1);
    JsonNode event = events.get(0);
    assertThat(event.at("/id").asLong()).isEqualTo(run);
    assertThat(event.at("/state").asText()).isEqualTo("PARTIAL");
    assertThat(event.at("/parts/0/counts/seen").asInt()).isEqualTo(10);
    assertThat(event.at("/parts/0/progress").asDouble()).isEqualTo(1);
  }

  @Test
  void anEventTheRunAndItsLogHaveTheSameFields() throws Exception {
    long run = iiko.run("stores", "FAILED");

    JsonNode event = follow(run).get(10, TimeUnit.SECONDS).get(0);

    JsonNode asked = json("/runs/" + run);
    JsonNode listed = json("/runs").at("/items/0");
    JsonNode logged = json("/logs").at("/items/0");
    assertThat(event).isEqualTo(asked).isEqualTo(listed);
    asked
        .at("/parts/0")
        .fields()
        .forEachRemaining(
            field -> assertThat(logged.get(field.getKey())).isEqualTo(field.getValue()));
  }

  @Test
  void everyMoveIsToldUntilTheEnd() throws Exception {
    long run = iiko.run("invoices", "RUNNING");
    iiko.sql(
        "update part set from_day = '2025-11-01', to_day = '2025-11-10', next_day = '2025-11-01'"
            + " where account_id = $1");
    EventStream stream = open(run);
    stream.next();

    iiko.sql("update part set next_day = '2025-11-06', seen = 40 where account_id = $1");
    announce(run);
    JsonNode half = stream.next();
    iiko.sql(
            "update part set state = 'SUCCEEDED', next_day = '2025-11-11', ended_at = now()"
                + " where account_id = $1")
        .sql("update run set state = 'SUCCEEDED', ended_at = now() where account_id = $1");
    announce(run);
    JsonNode end = stream.next();

    assertThat(half.at("/parts/0/progress").asDouble()).isEqualTo(0.5);
    assertThat(half.at("/parts/0/counts/seen").asInt()).isEqualTo(40);
    assertThat(end.at("/state").asText()).isEqualTo("SUCCEEDED");
    assertThat(stream.isAtItsEnd()).isTrue();
    until(() -> watch.count() == 0);
  }

  @Test
  void theDatabaseAnnouncesEveryMoveItself() {
    long run = iiko.run("stores", "RUNNING");
    RunWatch.Follower follower = watch.begin(account, run).orElseThrow();
    CompletableFuture<Void> moved = follower.moved().subscribeAsCompletionStage();

    iiko.sql("update part set seen = 77 where account_id = $1");

    // sooner than a follower looks by himself
    assertThat(moved).succeedsWithin(Duration.ofMillis(1500));
    watch.end(follower);
  }

  @Test
  void aMoveThatNobodyAnnouncedIsFoundOut() throws Exception {
    long run = iiko.run("stores", "RUNNING");
    EventStream stream = open(run);
    stream.next();

    iiko.sql("update part set seen = 77 where account_id = $1");

    assertThat(stream.next().at("/parts/0/counts/seen").asInt()).isEqualTo(77);
    stream.close();
  }

  @Test
  void whoHangsUpIsForgotten() throws Exception {
    EventStream stream = open(iiko.run("stores", "RUNNING"));
    stream.next();
    int before = watch.count();

    stream.close();

    assertThat(before).isEqualTo(1);
    until(() -> watch.count() == 0);
  }

  @Test
  void aForeignRunIsNone() {
    Seeded other = new Seeded(pool, newAccount(), clock.instant()).connected();
    long foreign = other.run("stores", "RUNNING");

    ValidatableResponse answer =
        as(account, MEMBER).get(at(account, "/runs/" + foreign + "/events")).then();

    answer.statusCode(404).body("code", equalTo("RUN_NOT_FOUND"));
  }

  @Test
  void oneAccountCannotTakeAllPlaces() {
    long run = iiko.run("stores", "RUNNING");
    List<RunWatch.Follower> many =
        new ArrayList<>(
            IntStream.range(0, RunWatch.MOST_OF_AN_ACCOUNT)
                .mapToObj(nr -> watch.begin(account, run).orElseThrow())
                .toList());

    ValidatableResponse answer =
        as(account, MEMBER).get(at(account, "/runs/" + run + "/events")).then();

    many.forEach(watch::end);
    answer
        .statusCode(503)
        .body("code", equalTo("TOO_MANY_FOLLOWERS"))
        .header("Retry-After", equalTo("5"));
  }

  @Test
  void aStreamWithoutNewsIsKeptOpenByComments() {
    long run = iiko.run("stores", "RUNNING");
    EventStream stream = open(run);
    stream.next();

    CompletableFuture<String> comment = Meanwhile.ask(stream::comment);
    until(
        () -> {
          announce(run); // each look without news counts
          return comment.isDone();
        });

    assertThat(comment.join()).isEqualTo(":still here");
    stream.close();
  }

  @Test
  void ofManyWhoComeAtOnceThoseWithoutAPlaceAreTold() {
    long run = iiko.run("stores", "RUNNING");
    int tooMany = 15;
    List<CompletableFuture<EventStream>> streams =
        Stream.generate(() -> Meanwhile.ask(() -> open(run)))
            .limit(RunWatch.MOST_OF_AN_ACCOUNT + tooMany)
            .toList();

    List<String> refusals = streams.stream().flatMap(it -> refusal(it).stream()).toList();
    List<EventStream> followed =
        streams.stream()
            .filter(it -> !it.isCompletedExceptionally())
            .map(CompletableFuture::join)
            .toList();

    assertThat(refusals).hasSize(tooMany).allSatisfy(it -> assertThat(it).contains("503"));
    assertThat(followed).noneMatch(EventStream::isAtItsEnd);
    followed.forEach(EventStream::close);
    until(() -> watch.count() == 0);
  }

  private static Optional<String> refusal(CompletableFuture<EventStream> stream) {
    return stream
        .handle((open, failure) -> Optional.ofNullable(failure).map(Object::toString))
        .join();
  }

  private JsonNode json(String path) throws JsonProcessingException {
    return new ObjectMapper().readTree(as(account, MEMBER).get(at(account, path)).asString());
  }

  private CompletableFuture<List<JsonNode>> follow(long run) {
    return Meanwhile.ask(
        () -> {
          List<JsonNode> events = new ArrayList<>();
          EventStream stream = open(run);
          while (!stream.isAtItsEnd()) {
            events.add(stream.next());
          }
          return events;
        });
  }

  private EventStream open(long run) {
    String token = idp.token("reader", Map.of(account, "member"));
    return EventStream.open(at(account, "/runs/" + run + "/events"), token);
  }

  private void announce(long run) {
    pool.query("select pg_notify('iiko_run', '" + run + "')").executeAndAwait();
  }

  private static void until(BooleanSupplier condition) {
    long latest = System.nanoTime() + SOON.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < latest) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
