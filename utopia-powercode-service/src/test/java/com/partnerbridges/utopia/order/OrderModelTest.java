package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.PowercodeAccount;
import com.partnerbridges.dev.sandbox.powercode.PowercodeTicket;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Any callbacks, failures, jumps of time and acts of the office, several workers at once; repeat a
 * run with {@code -Dorder.seed=…}.
 */
@QuarkusTest
class OrderModelTest extends ServiceTest {

  private static final int ORDERS = 60;
  private static final int MOST_ROUNDS_TO_THE_END = 25;

  private static final List<String> ACTIONS =
      List.of(
          "lookup",
          "readCustomer",
          "searchCustomers",
          "createCustomer",
          "addCustomerService",
          "createTicket",
          "addTag");

  /** None of them does anything later than the service hears of its failure. */
  private static final List<Fault> FAULTS =
      List.of(
          Fault.status(500),
          Fault.htmlStatus(502),
          Fault.htmlStatus(200),
          Fault.status(429),
          Fault.dropBefore(),
          Fault.dropAfter(),
          Fault.truncatedJson(),
          Fault.lateAnswer(Duration.ofMillis(600)),
          Fault.lateAnswer(Duration.ofMillis(1200)));

  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofSeconds(1),
          PAST_LEASE,
          Duration.ofMinutes(5),
          Duration.ofHours(4),
          PAST_PAUSE);

  private final long seed = Long.getLong("order.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<UtopiaOrder> called = new ArrayList<>();
  private Clerk clerk;

  @BeforeEach
  void hireTheClerk() {
    System.out.println("order.seed=" + seed);
    clerk = new Clerk(powercode, pool, random);
  }

  @Test
  void whateverHappensNothingIsDoneTwiceAndNothingIsForgotten() {
    while (called.size() < ORDERS) {
      Stream.generate(this::next).limit(random.nextInt(1, 5)).forEach(this::call);
      mischief();
      work();
      office();
    }

    bringToTheEnd();

    assertThat(called).as("order.seed=" + seed).allSatisfy(this::assertNothingTwice);
    assertThat(texts("select distinct state from letter")).containsExactly("SENT");
    assertThat(texts("select orderref from orders where creating_site is not null")).isEmpty();
    assertThat(texts("select kind from letter"))
        .as("the run meets every outcome")
        .contains("DONE", "NEEDS_ATTENTION");
  }

  /** A new order, at times of a household that has ordered before, or before UTOPIA knows it. */
  private UtopiaOrder next() {
    String ref = newRef();
    UtopiaOrder order =
        called.isEmpty() || random.nextInt(4) > 0
            ? UtopiaOrder.usual(ref)
            : new UtopiaOrder(ref, any(called).contract());
    called.add(order);
    return order;
  }

  private void call(UtopiaOrder order) {
    if (random.nextInt(6) > 0) {
      utopia.order(order);
    }
    utopia.callback(order.orderref());
  }

  private void mischief() {
    for (int faults = random.nextInt(5); faults > 0; faults--) {
      String action = any(ACTIONS);
      Fault fault = any(FAULTS).times(random.nextInt(1, 6));
      (action.equals("lookup") ? utopia : powercode).setFault(action, fault);
    }
    if (random.nextInt(4) == 0) {
      powercode.refuse(any(ACTIONS.subList(3, 7)), 99, "Not today", 1);
    }
  }

  /** One to three workers, while copies of callbacks come and a lease may run out. */
  private void work() {
    clock.forward(any(JUMPS));
    breakers.resetAll();
    List<CompletableFuture<Integer>> workers =
        Stream.generate(() -> Meanwhile.ask(ServiceTest::dueWork))
            .limit(random.nextInt(1, 4))
            .toList();
    call(any(called));
    if (random.nextInt(3) == 0) {
      clock.forward(PAST_LEASE);
      dueWork();
    }
    workers.forEach(CompletableFuture::join);
  }

  private void office() {
    if (random.nextInt(8) == 0) {
      clerk.retryAll(clock.instant());
    } else {
      clerk.decide(random.nextDouble());
    }
  }

  private void bringToTheEnd() {
    utopia.clearFaults();
    powercode.clearFaults();
    called.forEach(utopia::order);
    for (int round = 0; round < MOST_ROUNDS_TO_THE_END && !open().isEmpty(); round++) {
      clerk.decide(1);
      clock.forward(PAST_PAUSE);
      called.forEach(order -> utopia.callback(order.orderref()));
      breakers.resetAll();
      dueWork();
    }
    dueWork(); // the last letters
    assertThat(open()).as("order.seed=" + seed).isEmpty();
  }

  private List<String> open() {
    return texts(
        "select orderref || ' ' || state || ' ' || coalesce(error, '') from orders"
            + " where state not in ('DONE', 'RESOLVED')");
  }

  private void assertNothingTwice(UtopiaOrder order) {
    String ref = order.orderref();
    String site = order.contract().at("/address/siteid").asText();
    List<PowercodeAccount> accounts = powercode.accountsOf(site);
    assertThat(accounts).as(ref).hasSizeLessThanOrEqualTo(1);
    for (String service : List.of("service:164", "service:172")) {
      assertThat(Clerk.count(accounts, service))
          .as(ref + " " + service)
          .isEqualTo(clerk.added(site, service));
    }
    List<PowercodeTicket> tickets =
        accounts.stream()
            .flatMap(account -> account.tickets().stream())
            .filter(ticket -> Clerk.isOf(ticket, ref))
            .toList();
    assertThat(tickets).as(ref).hasSizeLessThanOrEqualTo(1);
    if (state(ref).equals("DONE")) {
      assertThat(steps(ref)).as(ref).hasSize(6).allMatch(step -> step.endsWith(" DONE"));
      assertThat(tickets).as(ref).hasSize(1);
      assertThat(accounts.get(0).tags()).as(ref).contains("UTOPIA", "Fiber");
    }
    assertThat(texts("select kind from letter where subject = '" + ref + "' order by kind"))
        .as(ref + ": a letter for each time that it stopped or was done")
        .isEqualTo(
            texts(
                "select event from order_event where orderref = '%s' and event in %s order by event"
                    .formatted(ref, "('DONE', 'NEEDS_ATTENTION', 'DEAD')")));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
