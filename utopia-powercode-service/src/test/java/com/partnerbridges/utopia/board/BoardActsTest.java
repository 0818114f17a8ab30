package com.partnerbridges.utopia.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.utopia.order.OrderState;
import com.partnerbridges.utopia.order.StepState;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What an operator does on the board. */
@QuarkusTest
class BoardActsTest extends BoardTest {

  @Test
  void anOrderIsRetried() {
    orders.known(REF, OrderState.DEAD, now);
    open(REF);

    button("Retry").click();

    assertThat(shownState()).hasText("In progress");
    assertThat(message()).hasText("The order is worked on again.");
    assertThat(page.locator("#history li").first()).containsText("Retried");
    assertThat(state(REF)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void anUnclearTicketThatIsThereGetsItsNumber() {
    orders.withUnclearTicket(REF, OrderState.NEEDS_ATTENTION, now);
    open(REF);
    assertThat(button("Retry")).isHidden();
    page.getByLabel("Its number in PowerCode").fill("20417");

    button("It is there").click();

    assertThat(shownState()).hasText("In progress");
    assertThat(step("Install ticket")).containsText("20417");
    assertThat(text("select result from step where name = 'ticket'")).isEqualTo("20417");
  }

  @Test
  void anUnclearTicketNeedsItsNumber() {
    orders.withUnclearTicket(REF, OrderState.NEEDS_ATTENTION, now);
    open(REF);

    button("It is there").click();

    assertThat(page.getByLabel("Its number in PowerCode")).isFocused();
    assertThat(state(REF)).isEqualTo("NEEDS_ATTENTION");
  }

  @Test
  void anUnclearServiceThatIsThereNeedsNoNumber() {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    orders.set(REF, "service:164", StepState.UNCLEAR, null);
    open(REF);
    assertThat(page.locator("#unclear h3")).hasText("Service 164: was it done?");

    button("It is there").click();

    assertThat(step("Service 164")).containsText("done");
    assertThat(state(REF)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void anUnclearStepThatIsNotThereIsDoneAgain() {
    orders.withUnclearTicket(REF, OrderState.NEEDS_ATTENTION, now);
    open(REF);

    button("It is not there: do it again").click();

    assertThat(step("Install ticket")).containsText("waiting");
    assertThat(text("select detail from order_event")).isEqualTo("repeat ticket");
  }

  @Test
  void aStepIsMarkedAsDoneByHand() {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    orders.set(REF, "customer", StepState.FAILED, null);
    open(REF);
    page.getByText("A step was done by hand").click();
    page.locator("#by-hand-step").selectOption("customer");
    page.getByLabel("Number in PowerCode, or a remark").fill("7001");

    button("Mark as done").click();

    assertThat(page.locator("#facts a")).hasText("Customer 7001");
    assertThat(state(REF)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void whatTheServiceRefusesIsSaid() {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    open(REF);
    page.getByText("A step was done by hand").click();
    page.getByLabel("Number in PowerCode, or a remark").fill("seven");

    button("Mark as done").click();

    assertThat(message()).containsText("result must be the number that PowerCode gave it");
    assertThat(page.getByLabel("Number in PowerCode, or a remark")).hasValue("seven");
  }

  @Test
  void whoeverComesSecondIsTold() {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    page.clock().install();
    open(REF);
    as(OPERATOR).post("/orders/{ref}/retry", REF).then().statusCode(200);

    button("Retry").click();

    assertThat(message()).hasText("The order is being worked on; nothing is to be decided.");
    assertThat(shownState()).hasText("In progress");
  }

  @Test
  void anOrderIsSetAsideWithANote() {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    open(REF);
    page.getByText("Set the order aside").click();
    page.getByLabel("Note").fill("Cancelled by the customer.");

    button("Resolve").click();

    assertThat(shownState()).hasText("Resolved");
    assertThat(page.locator("#history")).containsText("Cancelled by the customer.");
    assertThat(state(REF)).isEqualTo("RESOLVED");
  }

  @Test
  void anOrderIsStartedByHandAndOpened() {
    signIn(OPERATOR);
    button("Start an order").click();
    page.getByLabel("UTOPIA's reference").fill(REF);
    picture("start");

    button("Start").click();

    assertThat(page.locator("#orderref")).hasText(REF);
    assertThat(shownState()).hasText("Received");
    assertThat(page.url()).endsWith("#" + REF);
    assertThat(state(REF)).isEqualTo("RECEIVED");
  }

  @Test
  void aWindowIsRetried() {
    orders.known(REF, OrderState.DEAD, now);
    orders.withUnclearTicket("UIA-unclear", OrderState.DEAD, now);
    signIn(OPERATOR);
    button("Retry a window").click();
    LocalDateTime local =
        LocalDateTime.parse(
            (String)
                page.evaluate(
                    "at => { const d = new Date(at); d.setMinutes(d.getMinutes() -"
                        + " d.getTimezoneOffset()); return d.toISOString().slice(0, 16) }",
                    now.toString()));
    page.getByLabel("From").fill(local.minusHours(1).truncatedTo(ChronoUnit.MINUTES).toString());
    page.getByLabel("Until").fill(local.plusHours(1).truncatedTo(ChronoUnit.MINUTES).toString());

    button("Retry these orders").click();

    assertThat(page.locator("#window .message"))
        .hasText("Worked on again: 1. Left alone because of an unclear step: 1 (UIA-unclear).");
    picture("window");
    assertThat(state(REF)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aDryRunShowsWhatWouldBeSentAndSendsNothing() {
    utopia.order(UtopiaOrder.usual(REF).items("1 Gbps", "<b>Ten</b> Gbps"));
    signIn(OPERATOR);
    button("Start an order").click();
    page.getByLabel("UTOPIA's reference").fill(REF);

    button("Dry run").click();

    assertThat(page.locator("#dry-run-title")).hasText("Dry run of " + REF);
    assertThat(page.locator("#dry-run-result")).containsText("\"<b>Ten</b> Gbps\"");
    assertThat(page.locator("#dry-run-result")).containsText("New UTOPIA order");
    picture("dry-run");
    assertThat(powercode.customers()).isEmpty();
    assertThat(text("select count(*) from orders")).isEqualTo("0");
  }
}
