package com.partnerbridges.xendit.kiosk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.testkit.Browser;
import com.partnerbridges.xendit.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person at a kiosk sees, in a real browser. */
@QuarkusTest
class KioskPageTest extends ServiceTest {

  @RegisterExtension static final Browser browser = new Browser();

  private Page page;

  @BeforeEach
  void openPage() {
    page = browser.page(1080, 1920);
  }

  @Test
  void fromTheLocationToPaid() {
    page.navigate("/kiosk");
    page.getByLabel("Location").selectOption("Mall Kelapa");
    picture("start");
    startPayment();
    assertThat(page.locator("#amount")).hasText("Rp 40.000");
    assertThat(page.locator("#time")).hasText(Pattern.compile("1[45]:\\d\\d"));
    assertThat(page.locator("#picture")).hasJSProperty("complete", true);
    assertThat((Integer) page.locator("#picture").evaluate("it => it.naturalWidth")).isPositive();
    picture("code");

    page.getByText("Pay now (test)").click();

    assertThat(outcome()).hasText("Paid");
    picture("paid");
    page.locator("#end").getByText("New transaction").click();
    assertThat(page.getByText("Start payment")).isVisible();
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void onAPhoneNothingIsCutOff() {
    page.setViewportSize(360, 640);
    page.navigate("/kiosk");
    picture("phone-start");

    startPayment();

    picture("phone-code");
    assertThat((Boolean) page.evaluate("document.body.scrollWidth <= window.innerWidth")).isTrue();
  }

  @Test
  void aCodeThatIsNotPaidExpires() {
    page.navigate("/kiosk");
    startPayment();

    clock.forward(PAST_EXPIRY);
    dueWork();

    assertThat(outcome()).hasText("Expired");
    picture("expired");
  }

  @Test
  void aPaymentThatFailsIsSaid() {
    page.navigate("/kiosk");
    startPayment();

    xendit.pay(reference(), PayOptions.USUAL.status("FAILED"));

    assertThat(outcome()).hasText("Failed");
  }

  @Test
  void aCodeThatXenditDoesNotGiveIsSaidAndTheNextPressIsANewTransaction() {
    xendit.setFault("create", Fault.status(500).times(1));
    page.navigate("/kiosk");
    page.getByText("Start payment").click();
    assertThat(message()).containsText("the transaction has failed. Please start a new one.");
    picture("create-failed");

    startPayment();

    assertThat(count("select count(*) from transactions")).isEqualTo(2);
  }

  @Test
  void aPressAfterALostAnswerIsTheSameTransaction() {
    AtomicInteger presses = new AtomicInteger();
    page.route(
        "**/api/v1/transactions",
        route -> {
          APIResponse answer = route.fetch();
          if (presses.incrementAndGet() == 1) {
            route.abort();
          } else {
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
          }
        });
    page.navigate("/kiosk");
    page.getByText("Start payment").click();
    assertThat(message()).containsText("Please press again.");

    startPayment();

    assertThat(count("select count(*) from transactions")).isEqualTo(1);
  }

  @Test
  void thePriceAndTheEmailAreTaken() {
    pool.query(
            """
            insert into master_prices (mp_name, mp_amount, mp_created_at, mp_updated_at)
            values ('Two strips', 1250000, now(), now())""")
        .executeAndAwait();
    page.navigate("/kiosk");
    page.getByLabel("Price").selectOption("Two strips, Rp 1.250.000");
    page.getByLabel("E-mail").fill("guest@example.com");

    startPayment();

    assertThat(page.locator("#amount")).hasText("Rp 1.250.000");
    assertThat(text("select tr_email from transactions")).isEqualTo("guest@example.com");
  }

  @Test
  void aWrongFieldIsNamed() {
    page.navigate("/kiosk");
    page.locator("#start").evaluate("form => form.noValidate = true");
    page.getByLabel("E-mail").fill("guest");

    page.getByText("Start payment").click();

    assertThat(message()).containsText("email");
  }

  @Test
  void aServiceThatIsAwayForAMomentIsAskedAgain() {
    page.navigate("/kiosk");
    page.route("**/transactions/external/**", Route::abort);
    startPayment();
    assertThat(message()).containsText("Trying again.");
    page.unroute("**/transactions/external/**");

    page.getByText("Pay now (test)").click();

    assertThat(outcome()).hasText("Paid");
  }

  @Test
  void whoeverIsNotSignedInIsToldHow() {
    settings("{\"data\": {\"test_token\": null, \"can_pay\": false, \"standard_amount\": 1}}");

    page.navigate("/kiosk");

    assertThat(message()).containsText("Please sign in to Atlas");
  }

  @Test
  void encryptedAnswersAreSaidToBeUnreadable() {
    settings("{\"data\": {\"encrypted\": true}}");

    page.navigate("/kiosk");

    assertThat(message()).containsText("cannot read the encrypted answers");
    assertThat(page.getByText("Start payment")).isHidden();
  }

  private void settings(String body) {
    page.route(
        "**/kiosk/settings",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body)));
  }

  /** Returns when the code is on the screen. */
  private void startPayment() {
    page.getByText("Start payment").click();
    assertThat(page.locator("#picture")).isVisible();
  }

  private String reference() {
    return page.locator("#reference").textContent();
  }

  private Locator message() {
    return page.locator("#message");
  }

  private Locator outcome() {
    return page.locator("#outcome");
  }

  /** To be looked at. */
  private void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/kiosk", name + ".png")));
  }
}
