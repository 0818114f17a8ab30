package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.stack.ServiceProcess;
import com.partnerbridges.dev.testkit.MoodyMailServer.Mood;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * kill -9 of the only instance. One kill meets orders at every point of their way, so that the test
 * waits for one start only.
 */
class UtopiaCrashIT {

  private static final Fault NEVER_ANSWERED = Fault.lateAnswer(Duration.ofMinutes(1)).times(1);

  private ServiceProcess service;
  private PowercodeSandboxClient powercode;

  @BeforeEach
  void start() {
    service = UtopiaSuite.only();
    powercode = UtopiaSuite.powercode();
  }

  /** The next step's calls are over the limit: there the order stands, and nothing is under way. */
  @Test
  void killedBetweenAnyTwoStepsAnOrderGoesOnWhereItWas() {
    Map<String, FibreOrder> orders = new LinkedHashMap<>();
    UtopiaSuite.MAIL.mood = Mood.BUSY;
    orders.put("tags|mail", begun(order -> order.state().equals("DONE")));
    orders.put("ticket|tags", heldAt("tags", "addTag"));
    orders.put("service|ticket", heldAt("ticket", "createTicket"));
    orders.put("service|service", heldBetweenServices());
    orders.put("customer|service", heldAt("service:164", "addCustomerService"));
    orders.put("lookup|customer", heldAt("customer", "readCustomer"));

    service.kill9();
    List<String> begunSteps = orders.values().stream().map(FibreOrder::begunStep).toList();
    powercode.clearFaults();
    UtopiaSuite.MAIL.mood = Mood.GOOD;
    UtopiaSuite.endLeases();
    service.start();
    orders.values().forEach(order -> order.awaitState("DONE"));
    UtopiaSuite.hurryLetters();
    UtopiaSuite.awaitLetters();

    assertThat(begunSteps).containsOnly("");
    assertThat(orders).allSatisfy((where, order) -> assertThat(order).is(once()));
  }

  /** What was asked is done, and its answer is still on its way when the process dies. */
  @Test
  void killedInTheMiddleOfACallNothingIsDoneTwice() {
    UtopiaSuite.MAIL.mood = Mood.SILENT_AFTER_THE_LETTER;
    FibreOrder mailed = begun(order -> order.letters().size() == 1);
    FibreOrder tagged = inTheMiddleOf("addTag", order -> order.tags().size() == 1);
    FibreOrder ticketed = inTheMiddleOf("createTicket", order -> order.tickets().size() == 1);
    FibreOrder served = inTheMiddleOf("addCustomerService", order -> order.services().size() == 1);
    FibreOrder created = inTheMiddleOf("createCustomer", order -> order.accounts().size() == 1);
    UtopiaSuite.utopia().setFault(UtopiaSandboxClient.LOOKUP, NEVER_ANSWERED);
    FibreOrder lookedUp = begun(FibreOrder::isClaimed);

    service.kill9();
    List<String> begunSteps =
        Stream.of(ticketed, served, created).map(FibreOrder::begunStep).toList();
    UtopiaSuite.MAIL.mood = Mood.GOOD;
    UtopiaSuite.endLeases();
    service.start();
    List<FibreOrder> goOn = List.of(mailed, tagged, created, lookedUp);
    goOn.forEach(order -> order.awaitState("DONE"));
    List<FibreOrder> unclear = List.of(ticketed, served);
    unclear.forEach(order -> order.awaitState("NEEDS_ATTENTION"));
    UtopiaSuite.hurryLetters();
    UtopiaSuite.awaitLetters();

    assertThat(begunSteps).containsExactly("ticket", "service:164", "customer");
    assertThat(goOn).are(once());
    assertThat(unclear)
        .extracting(FibreOrder::unclearStep)
        .containsExactly("ticket", "service:164");
    assertThat(ticketed.tickets()).hasSize(1);
    assertThat(served.services()).containsExactly("164");
    assertGoesOnAfterAPersonHasLooked(ticketed, "ticket", ticketed.tickets().get(0));
    assertGoesOnAfterAPersonHasLooked(served, "service:164", "it is there");
  }

  private void assertGoesOnAfterAPersonHasLooked(FibreOrder order, String step, String result) {
    assertThat(order.doneByHand(service, step, result).status()).isEqualTo(200);
    order.awaitState("DONE");
    assertThat(order.accounts()).hasSize(1);
    assertThat(order.services()).containsExactlyElementsOf(FibreOrder.SERVICES);
    assertThat(order.tickets()).hasSize(1);
    assertThat(order.tags()).containsExactlyElementsOf(FibreOrder.TAGS);
  }

  private FibreOrder heldAt(String step, String action) {
    powercode.rateLimited(action, Duration.ofSeconds(1), 0);
    return begun(order -> order.heldAt().equals(step));
  }

  /** While the answer to the first one is on its way, the limit is reached. */
  private FibreOrder heldBetweenServices() {
    powercode.setFault("addCustomerService", Fault.lateAnswer(Duration.ofSeconds(2)).times(1));
    FibreOrder order = begun(any -> any.services().size() == 1);
    powercode.rateLimited("addCustomerService", Duration.ofSeconds(1), 0);
    Suite.await("held", () -> order.heldAt().equals("service:172"));
    return order;
  }

  private FibreOrder inTheMiddleOf(String action, Predicate<FibreOrder> isDone) {
    powercode.setFault(action, NEVER_ANSWERED);
    return begun(isDone);
  }

  private FibreOrder begun(Predicate<FibreOrder> isThere) {
    FibreOrder order = FibreOrder.placed();
    order.begin(service);
    Suite.await("order on its way", () -> isThere.test(order));
    return order;
  }

  private static Condition<FibreOrder> once() {
    return new Condition<>(FibreOrder::isProvisionedOnce, "provisioned once");
  }
}
