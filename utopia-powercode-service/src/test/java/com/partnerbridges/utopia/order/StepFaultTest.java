package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.PowercodeService;
import com.partnerbridges.dev.sandbox.room.ControlClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every step with every kind of failure: in the end one customer, one of each service, one ticket.
 */
@QuarkusTest
class StepFaultTest extends ServiceTest {

  /** Longer than the read time-outs. */
  private static final Duration TOO_LONG = Duration.ofMillis(1500);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ALL_TRIES = 8;

  /** What PowerCode is asked for, and the step that asks. */
  enum Action {
    lookup("lookup"),
    readCustomer("customer"),
    searchCustomers("customer"),
    createCustomer("customer"),
    addCustomerService("service:164"),
    createTicket("ticket"),
    addTag("tags");

    final String step;

    Action(String step) {
      this.step = step;
    }

    /** Whether it is for a person when it is not known what became of it. */
    boolean isNeverRepeated() {
      return this == addCustomerService || this == createTicket;
    }
  }

  /** How a call goes wrong. */
  enum Failure {
    SERVER_ERROR(Fault.status(500), true),
    BAD_GATEWAY_PAGE(Fault.htmlStatus(502), true),
    PAGE_INSTEAD_OF_JSON(Fault.htmlStatus(200), true),
    TOO_MANY_CALLS(Fault.status(429), false),
    NEVER_ANSWERED(Fault.slow(TOO_LONG), true),
    HUNG_UP_BEFORE(Fault.dropBefore(), true),
    HUNG_UP_AFTER(Fault.dropAfter(), true),
    DONE_AND_ANSWERED_TOO_LATE(Fault.lateAnswer(TOO_LONG), true),
    CUT_IN_THE_MIDDLE(Fault.truncatedJson(), true),
    ENDLESS(Fault.hugeBody(64L * 1024 * 1024), true);

    final Fault fault;
    final boolean unclear;

    Failure(Fault fault, boolean unclear) {
      this.fault = fault;
      this.unclear = unclear;
    }
  }

  static Stream<Arguments> everyActionAndFailure() {
    return Stream.of(Action.values())
        .flatMap(
            action -> Stream.of(Failure.values()).map(failure -> Arguments.of(action, failure)));
  }

  @ParameterizedTest
  @MethodSource("everyActionAndFailure")
  void oneFailureDoesNothingTwice(Action action, Failure failure) {
    String ref = received();
    partner(action).setFault(action.name(), failure.fault.times(1));

    dueWork();
    boolean forAPerson = action.isNeverRepeated() && failure.unclear;
    assertThat(state(ref)).isEqualTo(forAPerson ? "NEEDS_ATTENTION" : "IN_PROGRESS");
    assertThat(error(ref)).startsWith(action.step + ": ");
    // no call is still on its way when the pause is over: it is far longer than any time-out
    partner(action).awaitCalls(action.name(), 1, PATIENCE);
    long doneBefore = action == Action.lookup ? 0 : powercode.done(action.name());
    clock.forward(PAST_PAUSE);
    dueWork();

    if (forAPerson) {
      assertThat(steps(ref)).contains(action.step + " UNCLEAR");
      assertThat(powercode.done(action.name())).isEqualTo(doneBefore).isLessThanOrEqualTo(1);
      assertThat(texts("select kind || ' ' || reason from letter"))
          .singleElement()
          .asString()
          .startsWith("NEEDS_ATTENTION " + action.step + ": It is not known");
    } else {
      assertThat(state(ref)).isEqualTo("DONE");
      assertEverythingOnce(ref);
    }
  }

  @ParameterizedTest
  @EnumSource(Action.class)
  void whatNeverWorksIsDeadAfterAllTries(Action action) {
    String ref = received();
    partner(action).setFault(action.name(), Fault.status(429));

    for (int tries = 1; tries <= ALL_TRIES; tries++) {
      assertThat(state(ref)).isNotEqualTo("DEAD");
      dueWork();
      assertThat(text("select attempts from orders")).isEqualTo(String.valueOf(tries));
      breakers.resetAll();
      clock.forward(PAST_PAUSE);
    }
    dueWork();

    assertThat(state(ref)).isEqualTo("DEAD");
    assertThat(partner(action).calls(action.name())).hasSize(ALL_TRIES);
    assertThat(texts("select kind from letter")).containsExactly("DEAD");
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"createCustomer", "addCustomerService", "createTicket", "addTag"})
  void whatPowercodeRefusesIsForAPerson(Action action) {
    String ref = received();
    powercode.refuse(action.name(), 99, "Not today", 0);

    dueWork();
    clock.forward(PAST_PAUSE);
    dueWork();

    assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION");
    assertThat(error(ref)).startsWith(action.step + ": ").contains("99", "Not today");
    assertThat(steps(ref)).contains(action.step + " FAILED");
    assertThat(powercode.calls(action.name())).hasSize(1);
    assertThat(texts("select kind from letter")).containsExactly("NEEDS_ATTENTION");
  }

  @Test
  void whenPowercodeSaysWhenToCallAgainItIsCalledThen() {
    String ref = received();
    powercode.rateLimited("createCustomer", Duration.ofMinutes(30), 1);

    dueWork();
    clock.forward(Duration.ofMinutes(29));
    dueWork();
    assertThat(powercode.calls("createCustomer")).hasSize(1);
    clock.forward(Duration.ofMinutes(2));
    dueWork();

    assertThat(state(ref)).isEqualTo("DONE");
  }

  @Test
  void anOpenBreakerUsesUpNoTry() {
    powercode.setFault("readCustomer", Fault.status(500));
    for (int i = 0; i < 60; i++) {
      received();
    }
    dueWork();

    String open = "select count(*) from orders where error like '%breaker%'";
    assertThat(Integer.parseInt(text(open))).isPositive();
    assertThat(text(open + " and attempts > 0")).isEqualTo("0");
  }

  @Test
  void twoOrdersOfOneSiteMakeOneCustomer() {
    List<String> refs =
        Stream.generate(ServiceTest::newRef)
            .limit(8)
            .map(ref -> received(UtopiaOrder.usual(ref).siteid("S-1").name("Ann", "Lee")))
            .toList();
    powercode.setFault("createCustomer", Fault.slow(Duration.ofMillis(300)));

    // each time at least one of those that wait for the site has its turn
    for (int turn = 0; turn < refs.size(); turn++) {
      dueWork();
      clock.forward(PAST_PAUSE);
    }

    assertThat(refs).allSatisfy(ref -> assertThat(state(ref)).isEqualTo("DONE"));
    assertThat(powercode.accountsOf("S-1")).hasSize(1);
    assertThat(powercode.done("createTicket")).isEqualTo(8);
  }

  @Test
  void aLostCreateKeepsOtherOrdersOfTheSiteAway() {
    received(UtopiaOrder.usual(newRef()).siteid("S-2").name("Ann", "Lee"));
    powercode.setFault("createCustomer", Fault.dropBefore().times(1));
    dueWork();
    received(UtopiaOrder.usual(newRef()).siteid("S-2").name("Ann", "Lee"));

    dueWork();

    assertThat(powercode.calls("createCustomer")).hasSize(1);
    assertThat(texts("select error from orders where creating_site is null"))
        .containsExactly("customer: Another order is making the customer of this site.");
  }

  @Test
  void noOrderMakesTheCustomerThatAnotherMadeAfterItHadAsked() {
    Stream.generate(ServiceTest::newRef)
        .limit(2)
        .forEach(ref -> received(UtopiaOrder.usual(ref).siteid("S-3").name("Ann", "Lee")));
    // one of them hears only after the other is through that there is nobody
    powercode.setFault("searchCustomers", Fault.lateAnswer(Duration.ofMillis(700)).times(1));

    dueWork();
    clock.forward(PAST_PAUSE);
    dueWork();

    assertThat(texts("select state from orders")).containsExactly("DONE", "DONE");
    assertThat(powercode.accountsOf("S-3")).hasSize(1);
  }

  @Test
  void anOrderThatDiesAgainIsToldOfAgain() {
    String ref = received();
    powercode.setFault("readCustomer", Fault.status(429));
    tryUntilDead(ref);
    as(OPERATOR).body("{}").post("/orders/" + ref + "/retry").then().statusCode(200);

    tryUntilDead(ref);

    assertThat(texts("select kind from letter")).containsExactly("DEAD", "DEAD");
  }

  private void tryUntilDead(String ref) {
    for (int tries = 1; tries <= ALL_TRIES; tries++) {
      dueWork();
      breakers.resetAll();
      clock.forward(PAST_PAUSE);
    }
    assertThat(state(ref)).isEqualTo("DEAD");
  }

  private ControlClient partner(Action action) {
    return action == Action.lookup ? utopia : powercode;
  }

  private void assertEverythingOnce(String ref) {
    assertThat(account(ref).services())
        .extracting(PowercodeService::serviceId)
        .containsExactly("164", "172");
    assertThat(account(ref).tickets()).hasSize(1);
    assertThat(account(ref).tags()).contains("UTOPIA", "Fiber");
    assertThat(powercode.done("createCustomer")).isOne();
    assertThat(powercode.done("addCustomerService")).isEqualTo(2);
    assertThat(powercode.done("createTicket")).isOne();
    assertThat(texts("select kind from letter")).containsExactly("DONE");
  }
}
