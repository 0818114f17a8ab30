package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.PowercodeAccount;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.powercode.PowercodeService;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Three instances on one database. */
class UtopiaInstancesIT {

  private static final int ORDERS = 500;
  private static final int CALLBACKS_AT_ONCE = 25;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void fiveHundredOrdersAreWorkedOffByAllAndNothingIsDoneTwice() {
    List<ServiceProcess> instances = UtopiaSuite.all();
    PowercodeSandboxClient powercode = UtopiaSuite.powercode();
    List<FibreOrder> orders = FibreOrder.placed(ORDERS);

    tellUntilTaken(orders, instances.get(0));
    tellUntilTaken(orders, instances.get(1));
    Suite.await("every order has ended", PATIENCE, () -> FibreOrder.haveEnded(orders));
    UtopiaSuite.awaitLetters();

    assertThat(FibreOrder.count(orders, "DONE")).isEqualTo(ORDERS);
    assertThat(powercode.accounts())
        .hasSize(ORDERS)
        .allSatisfy(UtopiaInstancesIT::assertComplete)
        .extracting(account -> account.customer().extAccountID())
        .doesNotHaveDuplicates();
    assertThat(powercode.done("createCustomer")).isEqualTo(ORDERS);
    assertThat(powercode.done("addCustomerService")).isEqualTo(2 * ORDERS);
    assertThat(powercode.done("createTicket")).isEqualTo(ORDERS);
    assertThat(UtopiaSuite.MAIL.letters).hasSize(ORDERS);
    assertThat(UtopiaSuite.MAIL.letters.stream().map(FibreOrder::messageId))
        .doesNotHaveDuplicates();
    assertThat(instances).allMatch(UtopiaInstancesIT::hasOpenedTickets);
  }

  @Test
  void fiftyCopiesOfACallbackAtAllOfThemAreOneOrder() {
    List<ServiceProcess> instances = UtopiaSuite.all();
    FibreOrder order = FibreOrder.placed();

    List<Http.Answer> answers =
        Http.sendAll(
            Stream.iterate(0, number -> number + 1)
                .limit(50)
                .map(number -> order.callbackTo(instances.get(number % instances.size())))
                .toList());
    order.awaitState("DONE");
    UtopiaSuite.awaitLetters();

    assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
    assertThat(order.isProvisionedOnce()).isTrue();
  }

  private static void assertComplete(PowercodeAccount account) {
    assertThat(account.services())
        .extracting(PowercodeService::serviceId)
        .containsExactlyElementsOf(FibreOrder.SERVICES);
    assertThat(account.tickets()).hasSize(1);
    assertThat(account.tags()).containsExactlyElementsOf(FibreOrder.TAGS);
  }

  /** What a busy instance did not take in time comes again. */
  private static void tellUntilTaken(List<FibreOrder> orders, ServiceProcess instance) {
    Deque<FibreOrder> left = new ArrayDeque<>(orders);
    Suite.await(
        "every callback is taken",
        PATIENCE,
        () -> {
          List<FibreOrder> some =
              Stream.generate(left::poll).limit(Math.min(CALLBACKS_AT_ONCE, left.size())).toList();
          List<Http.Answer> answers =
              Http.sendAll(some.stream().map(order -> order.callbackTo(instance)).toList());
          for (int i = 0; i < some.size(); i++) {
            if (answers.get(i).status() != 200) {
              left.add(some.get(i));
            }
          }
          return left.isEmpty();
        });
  }

  private static boolean hasOpenedTickets(ServiceProcess instance) {
    return UtopiaSuite.lines(instance.log()).stream()
        .anyMatch(line -> line.contains("action=createTicket outcome=done"));
  }
}
