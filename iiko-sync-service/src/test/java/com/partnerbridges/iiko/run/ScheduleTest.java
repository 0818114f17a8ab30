package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.Meanwhile;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due by the clock. */
@QuarkusTest
class ScheduleTest extends SyncTest {

  @Inject Schedule schedule;
  @Inject Retention retention;

  @BeforeEach
  void schedule() {
    sql(
        """
        insert into schedule (account_id, entity, next_at)
        select '%s', e, now() from unnest(array['restaurants', 'stores', 'suppliers', 'invoices']) e"""
            .formatted(account));
  }

  @Test
  void whatIsDueBecomesRuns() {
    tick();

    assertThat(texts("select entity_type || ' ' || cause from run order by 1"))
        .containsExactly(
            "invoices SCHEDULE", "restaurants SCHEDULE", "stores SCHEDULE", "suppliers SCHEDULE");
  }

  @Test
  void theNextTimeComesAfterTheIntervalAndUpToATenthMore() {
    tick();

    assertThat(
            text(
                """
                select count(*) from schedule
                where next_at between now() + interval '59 minutes' and now() + interval '66 minutes'"""))
        .isEqualTo("4");
    assertThat(text("select count(distinct next_at) from schedule")).isEqualTo("4");
  }

  @Test
  void whatIsUnderWayIsNotQueuedAgain() {
    queued("stores");

    tick();

    assertThat(texts("select entity_type from run where cause = 'SCHEDULE' order by 1"))
        .containsExactly("invoices", "restaurants", "suppliers");
  }

  @Test
  void anAccountThatIsNotConnectedIsLeftAlone() {
    sql("update connection set password_sealed = null, username_sealed = null");

    tick();

    assertThat(text("select count(*) from run")).isEqualTo("0");
  }

  @Test
  void instancesThatWakeTogetherQueueOnce() {
    List<CompletableFuture<Integer>> instances =
        Stream.generate(() -> Meanwhile.ask(this::tick)).limit(6).toList();

    assertThat(instances.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(4);
    assertThat(text("select count(*) from run")).isEqualTo("4");
  }

  @Test
  void oldRunsGoWithAllThatBelongsToThemAndTheNewestOfEachEntityStays() {
    workOff();
    sql(
        "insert into record_error (run_id, account_id, entity, reason, at) select id, account_id, 'stores', 'odd', now() from run");
    sql(
        "insert into request_log (account_id, operation, outcome, bytes, millis, at) values ('%s', 'x', 'y', 1, 1, now())"
            .formatted(account));
    synced("stores");
    sql("delete from schedule");
    clock.forward(Duration.ofDays(91));

    workOff();

    assertThat(texts("select entity_type || ' ' || cause from run order by 1"))
        .containsExactly(
            "invoices SCHEDULE", "restaurants SCHEDULE", "stores MANUAL", "suppliers SCHEDULE");
    assertThat(text("select count(*) from record_error")).isEqualTo("3");
    assertThat(text("select count(*) from request_log where operation = 'x'")).isEqualTo("0");
  }

  private int tick() {
    return schedule.workOff().await().indefinitely();
  }

  @Test
  void whatIsOldButTheNewestIsLookedAtOnceADay() {
    workOff();
    clock.forward(Duration.ofDays(91));

    retention.workOff().await().indefinitely();

    String due =
        "select count(*) from run where coalesce(spared_at, ended_at) < now() + interval '%s'";
    assertThat(text("select count(*) from run")).isEqualTo("4");
    assertThat(text(due.formatted("1 day"))).isEqualTo("0");
    assertThat(text(due.formatted("49 hours"))).isEqualTo("4");
  }

  @Test
  void aRunWithManyErrorsGoesAfterThem() {
    workOff();
    sql(
        """
        insert into record_error (run_id, account_id, entity, reason, at)
        select id, account_id, 'stores', 'odd', now()
        from run, generate_series(1, 3000) where entity_type = 'stores'""");
    synced("stores");
    sql("delete from schedule");
    clock.forward(Duration.ofDays(91));

    int first = retention.workOff().await().indefinitely();
    String between = text("select count(*) from run where entity_type = 'stores'");
    workOff();

    assertThat(first).isBetween(2000, 2100);
    assertThat(between).isEqualTo("2");
    assertThat(text("select count(*) from record_error")).isEqualTo("0");
    assertThat(texts("select cause from run where entity_type = 'stores' and ended_at < now()"))
        .containsExactly("MANUAL");
  }
}
