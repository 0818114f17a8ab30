package com.partnerbridges.utopia.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.partnerbridges.utopia.order.OrderState;
import com.partnerbridges.utopia.order.StepState;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the board shows. */
@QuarkusTest
class BoardViewTest extends BoardTest {

  private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">";

  @Test
  void aWrongKeyIsToldAndForgotten() {
    signIn("gar-bage");

    assertThat(page.locator("#sign-in-message")).hasText("This key is not known.");
    assertThat(page.evaluate("sessionStorage.getItem('key')")).isNull();
  }

  @Test
  void whoeverIsSignedInStaysSoUntilSigningOut() {
    signIn(OPERATOR);
    assertThat(page.locator("#person")).hasText("(operator)");
    page.reload();
    assertThat(page.locator("#person")).isVisible();

    page.locator("#sign-out").click();

    assertThat(page.getByLabel("API key")).isFocused();
    page.reload();
    assertThat(page.getByLabel("API key")).isVisible();
  }

  @Test
  void ordersAreCountedListedAndFiltered() {
    orders.known("UIA-1", OrderState.DEAD, now);
    orders.withUnclearTicket("UIA-2", OrderState.NEEDS_ATTENTION, now);
    orders.known("UIA-3", OrderState.DONE, now, "Bea", "Stone");
    signIn(OPERATOR);
    assertThat(page.locator("#list a")).hasCount(3);
    assertThat(page.locator("#states .DEAD")).hasText("Given up 1");
    picture("list");

    page.locator("#states .DEAD").click();
    assertThat(page.locator("#list a")).hasCount(1);
    assertThat(page.locator("#list a")).containsText("UIA-1");

    page.locator("#states button").first().click();
    assertThat(page.locator("#list a")).hasCount(3);
    page.getByLabel("Search").fill("stone");
    assertThat(page.locator("#list a")).hasCount(1);
    assertThat(page.locator("#list a")).containsText("UIA-3");
    page.getByLabel("Search").fill("nobody");
    assertThat(page.locator("#nothing")).isVisible();
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void anOrderIsOpenedByItsAddress() {
    orders.withUnclearTicket(REF, OrderState.NEEDS_ATTENTION, now);
    page.navigate("/orders-board#" + REF);
    page.getByLabel("API key").fill(OPERATOR);
    button("Sign in").click();

    assertThat(page.locator("#orderref")).hasText(REF);
    assertThat(shownState()).hasText("Needs attention");
    assertThat(page.locator("#error")).hasText("It stopped.");
    assertThat(step("Install ticket")).containsText("unclear");
    assertThat(page.locator("#facts a")).hasText("Customer 7001");
    assertThat(page.locator("#facts a"))
        .hasAttribute("href", Pattern.compile("http.*customerid=7001"));
    picture("order");
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void anUnknownOrderIsSaidToBeNone() {
    signIn(OPERATOR);

    page.navigate("/orders-board#UIA-0");

    assertThat(page.locator("#error")).hasText("There is no order with this orderref.");
    assertThat(page.locator("#acts")).isHidden();
  }

  @Test
  void namesAndErrorsAreTextsWhateverStandsInThem() {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now, HOSTILE, "</a><script>alert(1)</script>");
    pool.query(
            "update orders set error = '<b>no</b>';"
                + " update step set error = '<i>bad</i>', result = '<u>r</u>'")
        .executeAndAwait();

    open(REF);

    assertThat(page.locator("#facts")).containsText(HOSTILE);
    assertThat(page.locator("#error")).hasText("<b>no</b>");
    assertThat(page.locator("#steps li").first()).containsText("<i>bad</i>");
    assertThat(page.locator("#board img, #board u, #board script")).hasCount(0);
    assertThat(page.title()).isEqualTo("Orders");
    picture("hostile");
  }

  @Test
  void readersAreOfferedNoActs() {
    orders.withUnclearTicket(REF, OrderState.NEEDS_ATTENTION, now);
    orders.letter(REF, "NEEDS_ATTENTION", "FAILED", now);
    signIn(READER);
    entry(REF).click();
    assertThat(step("Install ticket")).isVisible();

    assertThat(page.locator("#order button:visible")).hasCount(1); // back to the list
    assertThat(page.locator("header button:visible")).hasCount(1); // sign out
    assertThat(page.locator("#order input:visible")).hasCount(0);
    picture("reader");
  }

  @Test
  void onAPhoneNothingIsCutOff() {
    orders.withUnclearTicket(REF, OrderState.NEEDS_ATTENTION, now);
    orders.known("UIA-" + "9".repeat(60), OrderState.DEAD, now, "N".repeat(200), "Long");
    page.setViewportSize(360, 640);
    signIn(OPERATOR);
    assertThat(page.locator("#list a")).hasCount(2);
    picture("phone-list");
    assertFits();

    entry(REF).click();

    assertThat(step("Install ticket")).isVisible();
    assertThat(page.locator("#list")).isHidden();
    picture("phone-order");
    assertFits();
    button("← All orders").click();
    assertThat(page.locator("#list")).isVisible();
    assertThat(entry(REF)).isFocused();
    button("Retry a window").click();
    picture("phone-dialog");
    assertFits();
  }

  @Test
  void whatIsOpenAndTypedStaysWhenTheBoardRefreshes() {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    page.clock().install();
    open(REF);
    page.getByText("Set the order aside").click();
    page.getByLabel("Note").fill("half a sen");
    orders.set(REF, "customer", StepState.DONE, "7001");
    orders.known("UIA-new", OrderState.DONE, now);

    page.clock().runFor(5100);

    assertThat(step("Customer")).containsText("7001");
    assertThat(entry("UIA-new")).isVisible();
    assertThat(page.getByLabel("Note")).hasValue("half a sen");
    assertThat(page.getByLabel("Note")).isFocused();
    assertThat(entry(REF)).hasAttribute("aria-current", "true");
  }

  @Test
  void aServiceThatIsAwayIsSaidAndAskedAgain() {
    orders.known(REF, OrderState.DONE, now);
    page.clock().install();
    signIn(OPERATOR);
    assertThat(entry(REF)).isVisible();
    page.route("**/orders**", Route::abort);
    page.locator("#states .DONE").click();
    assertThat(message()).hasText("The service does not answer. Trying again.");
    page.unroute("**/orders**");

    page.clock().runFor(5100);

    assertThat(message()).hasText("");
    assertThat(entry(REF)).isVisible();
  }

  @Test
  void allOfItCanBeReachedByTheKeyboard() {
    orders.known(REF, OrderState.NEEDS_ATTENTION, now);
    signIn(OPERATOR);
    entry(REF).focus();

    page.keyboard().press("Enter");

    assertThat(page.locator("#orderref")).isFocused();
    assertThat(button("Retry")).isVisible();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(shownState()).hasText("In progress");
  }

  @Test
  void thePageMayLoadNothingButItsOwn() {
    String policy = RestAssured.get("/orders-board/").header("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "*");
    assertThat(List.of("/orders-board/board.js", "/page/base.css"))
        .allSatisfy(
            file ->
                assertThat(RestAssured.get(file).header("X-Content-Type-Options"))
                    .isEqualTo("nosniff"));
  }

  private void assertFits() {
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isTrue();
  }
}
