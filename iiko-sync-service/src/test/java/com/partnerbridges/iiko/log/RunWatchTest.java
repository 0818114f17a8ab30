package com.partnerbridges.iiko.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iiko.log.RunWatch.Follower;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who follows a run hears of it. */
class RunWatchTest {

  /** Less than the pause after which a follower looks by himself. */
  private static final Duration AT_ONCE = Duration.ofMillis(1500);

  private final RunWatch watch = new RunWatch(null);

  @Test
  void aMoveWakesWhoFollowsThatRun() {
    Follower here = watch.begin("acc-1", 1).orElseThrow();
    Follower elsewhere = watch.begin("acc-1", 2).orElseThrow();
    CompletableFuture<Void> woken = here.moved().subscribeAsCompletionStage();
    CompletableFuture<Void> asleep = elsewhere.moved().subscribeAsCompletionStage();

    watch.announce("1");

    assertThat(woken).succeedsWithin(AT_ONCE);
    assertThat(asleep).isNotDone();
  }

  @Test
  void aMoveDuringTheLookIsNotForgotten() {
    Follower follower = watch.begin("acc-1", 1).orElseThrow();
    CompletableFuture<Void> first = follower.moved().subscribeAsCompletionStage();
    watch.announce("1");
    assertThat(first).succeedsWithin(AT_ONCE);

    watch.announce("1");

    assertThat(follower.moved().subscribeAsCompletionStage()).succeedsWithin(AT_ONCE);
  }

  @Test
  void anInstanceThatGoesLetsNobodyWait() {
    Follower follower = watch.begin("acc-1", 1).orElseThrow();
    CompletableFuture<Void> waiting = follower.moved().subscribeAsCompletionStage();

    watch.leave(null);

    assertThat(waiting).succeedsWithin(AT_ONCE);
    assertThat(watch.isClosing()).isTrue();
    assertThat(watch.isFullFor("acc-1")).isTrue();
  }

  @Test
  void placesAreLimitedForAnAccountAndInAll() {
    for (int nr = 0; nr < RunWatch.MOST_OF_AN_ACCOUNT; nr++) {
      watch.begin("acc-1", nr);
    }
    boolean fullForOthers = watch.isFullFor("acc-2");
    for (int nr = watch.count(); nr < RunWatch.MOST; nr++) {
      watch.begin("many-" + nr, nr);
    }

    assertThat(watch.isFullFor("acc-1")).isTrue();
    assertThat(fullForOthers).isFalse();
    assertThat(watch.isFullFor("acc-2")).isTrue();
    assertThat(watch.begin("acc-2", 1)).isEmpty();
  }
}
