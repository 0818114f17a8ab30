package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoUse;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three instances share the accounts; each server has a slot for one session. */
class IikoInstancesIT {

  private static final int ACCOUNTS = 200;
  private static final int CONNECTS_AT_ONCE = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void twoHundredAccountsAreSyncedByAllAndEachByOneAtATime() {
    List<ServiceProcess> instances = IikoSuite.all();
    List<Cafe> cafes = Cafe.opened(ACCOUNTS);

    connect(cafes, instances);
    awaitEnd(cafes);
    List<Integer> answers =
        cafes.stream().flatMap(cafe -> syncAtAll(cafe, instances).stream()).toList();
    awaitEnd(cafes);

    assertThat(cafes).allMatch(cafe -> cafe.state().equals("SUCCEEDED"));
    assertThat(answers).containsOnly(202, 409);
    assertThat(cafes).allMatch(Cafe::wasPolite);
    assertThat(cafes)
        .extracting(cafe -> cafe.server.use())
        .extracting(IikoUse::refusedLogins)
        .containsOnly(0L);
    assertThat(cafes)
        .allMatch(cafe -> cafe.server.counter(IikoSandboxClient.SUPPLIERS).calls() == cafe.runs());
    assertThat(cafes.stream().mapToLong(Cafe::runs).sum())
        .isEqualTo(ACCOUNTS + answers.stream().filter(status -> status == 202).count());
    assertThat(cafes).allSatisfy(cafe -> assertThat(cafe.stored()).isEqualTo(cafe.there()));
    assertThat(instances).allMatch(instance -> hasSyncedOneOf(cafes, instance));
  }

  private static void connect(List<Cafe> cafes, List<ServiceProcess> instances) {
    Deque<Cafe> left = new ArrayDeque<>(cafes);
    while (!left.isEmpty()) {
      List<Cafe> some =
          Stream.generate(left::poll).limit(Math.min(CONNECTS_AT_ONCE, left.size())).toList();
      List<Http.Answer> answers =
          Http.sendAll(
              some.stream()
                  .map(cafe -> cafe.connectAt(instances.get(left.size() % instances.size())))
                  .toList());
      assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
    }
  }

  /** The statuses of the answers to one wish at every instance. */
  private static List<Integer> syncAtAll(Cafe cafe, List<ServiceProcess> instances) {
    return Http.sendAll(
            instances.stream().map(instance -> cafe.syncAt(instance, "all", Map.of())).toList())
        .stream()
        .map(Http.Answer::status)
        .toList();
  }

  private static void awaitEnd(List<Cafe> cafes) {
    List<Cafe> open = new ArrayList<>(cafes);
    Suite.await(
        "every run has ended",
        PATIENCE,
        () -> {
          open.removeIf(cafe -> !List.of("QUEUED", "RUNNING").contains(cafe.state()));
          return open.isEmpty();
        });
  }

  private static boolean hasSyncedOneOf(List<Cafe> cafes, ServiceProcess instance) {
    try {
      String log = Files.readString(instance.log());
      return cafes.stream().anyMatch(cafe -> log.contains(cafe.account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
