package com.partnerbridges.iiko.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the console shows. */
@QuarkusTest
class ConsoleViewTest extends ConsoleTest {

  private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">";

  @Test
  void aWrongTokenIsToldAndForgotten() {
    signIn("gar.ba.ge");

    assertThat(page.locator("#sign-in-message")).hasText("This token is not valid, or no longer.");
    assertThat(page.evaluate("sessionStorage.getItem('token')")).isNull();
  }

  @Test
  void whoeverIsSignedInStaysSoUntilSigningOut() {
    signInAs("member");
    assertThat(entry(account)).isVisible();
    page.reload();
    assertThat(entry(account)).isVisible();

    page.locator("#sign-out").click();

    assertThat(page.getByLabel("Token")).isFocused();
    page.reload();
    assertThat(page.getByLabel("Token")).isVisible();
    assertThat(page.locator("#accounts li")).hasCount(0);
  }

  @Test
  void allAccountsOfTheTokenAreListedWithTheirState() {
    String other = newAccount();
    iiko.connected()
        .sql(
            "update connection set error_code = 'WRONG_PASSWORD', error = 'The server says no.'"
                + " where account_id = $1");
    signIn(idp.token("ann", Map.of(account, "member", other, "admin")));

    assertThat(entry(account)).containsText("Error");
    assertThat(entry(account)).containsText("The server says no.");
    assertThat(entry(other)).containsText("Not connected");
    assertThat(entry(other)).containsText("admin");
    assertThat(page.locator("#accounts li")).hasCount(2);
    picture("accounts");
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void anAccountShowsItsConnectionEntitiesRunsAndErrors() {
    seedHistory();
    page.navigate("/console#" + account);
    page.getByLabel("Token").fill(idp.token("ann", Map.of(account, "admin")));
    button("Sign in").click();

    assertThat(page.locator("#account-state")).hasText("Connected");
    assertThat(page.locator("#account dl")).containsText("https://demo.iiko.it");
    assertThat(page.locator("#entities li")).hasCount(4);
    assertThat(page.locator("#entities li").first()).containsText("Done");
    assertThat(page.locator("#entities li").last()).containsText("Running");
    assertThat(page.locator("#runs > li").first()).containsText("Invoices, by hand");
    assertThat(page.locator("#runs > li").first()).containsText("10 seen, 1 new, 2 changed");
    assertThat(page.locator("#errors")).containsText("the number cannot be read");
    assertThat(page.locator("#runs time").first()).not().containsText("T");
    picture("account");
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void aRunsProgressIsShownAsItGoes() {
    iiko.connected();
    long run = iiko.run("invoices", "RUNNING");
    iiko.sql(
        "update part set from_day = '2025-11-01', to_day = '2025-11-10', next_day = '2025-11-02'"
            + " where account_id = $1");
    open("member");
    assertThat(page.locator("progress")).hasAttribute("value", "0.1");
    // the stream alone must do it: the page's own questions stay without an answer
    page.route(Pattern.compile(".*/console/accounts.*"), route -> {});

    iiko.sql("update part set next_day = '2025-11-06', seen = 41 where account_id = $1");
    pool.query("select pg_notify('iiko_run', '" + run + "')").executeAndAwait();

    assertThat(page.locator("#runs .counts")).containsText("41 seen");
    assertThat(page.evaluate("document.querySelector('progress').value")).isEqualTo(0.5);
  }

  @Test
  void theEndOfARunIsShownByItself() {
    iiko.connected();
    long run = iiko.run("stores", "RUNNING");
    open("member");
    assertThat(page.locator("progress")).isVisible();

    iiko.sql("update part set state = 'SUCCEEDED', ended_at = now() where account_id = $1")
        .sql("update run set state = 'SUCCEEDED', ended_at = now() where account_id = $1");
    pool.query("select pg_notify('iiko_run', '" + run + "')").executeAndAwait();

    assertThat(page.locator("#runs .state").first()).hasText("Done");
    assertThat(page.locator("progress")).hasCount(0);
  }

  @Test
  void aRunThatCannotBeFollowedIsNotAskedForAtOnceAgain() {
    iiko.connected();
    iiko.run("stores", "RUNNING");
    page.route(
        Pattern.compile(".*/events"),
        route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    open("member");
    Runnable nextRound =
        () -> page.waitForResponse(Pattern.compile(".*/console/accounts$"), () -> {});
    nextRound.run();
    long begin = System.nanoTime();

    nextRound.run();

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(4));
  }

  @Test
  void aRunThatIsTriedAgainSaysOnceWhyAndWhen() {
    iiko.connected().run("stores", "QUEUED");
    iiko.sql(
            "update run set error = 'The server is away.', not_before = now() + interval '1 hour'"
                + " where account_id = $1")
        .sql("update part set error = 'The server is away.' where account_id = $1");

    open("member");

    assertThat(page.locator("#runs .why")).hasCount(1);
    assertThat(page.locator("#runs .why")).containsText("The server is away. Next try: ");
  }

  @Test
  void aShorterListOfInvoicesIsAcceptedForTheDaysThatWereAskedFor() {
    iiko.connected().run("invoices", "FAILED");
    iiko.sql(
            "update part set shrink_from = 12, shrink_to = 3, next_day = '2025-11-08'"
                + " where account_id = $1")
        .sql(
            "update run set window_from = '2025-11-01', window_to = '2025-11-21'"
                + " where account_id = $1");

    open("admin");

    assertThat(page.locator("#entities .doubt"))
        .containsText("only 3 of the 12 invoices that we have (days from 2025-11-08 on)");
    assertThat(button("Accept the shorter list of invoices"))
        .hasAttribute(
            "data-body",
            "{\"may_shrink\":true,\"from\":\"2025-11-01\",\"to\":\"2025-11-21\",\"full\":false}");
  }

  @Test
  void ofManyRunsOneIsFollowedSinceBrowsersHaveFewConnections() {
    iiko.connected();
    List.of("restaurants", "stores", "suppliers").forEach(it -> iiko.run(it, "RUNNING"));
    List<String> followed = new CopyOnWriteArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().endsWith("/events")) {
            followed.add(request.url());
          }
        });
    open("member");
    page.waitForResponse(Pattern.compile(".*/console/accounts$"), () -> {});

    page.waitForResponse(Pattern.compile(".*/console/accounts$"), () -> {});

    assertThat(page.locator("progress")).hasCount(3);
    assertThat(followed).hasSize(1);
  }

  @Test
  void membersAreOfferedNoActs() {
    seedHistory();

    open("member");

    assertThat(page.locator("#account button")).hasCount(0);
    picture("member");
  }

  @Test
  void anAccountThatIsNotTheirsIsSaidToBeNone() {
    signInAs("member");

    page.navigate("/console#" + newAccount());

    assertThat(page.locator("#account .error")).hasText("You have no such account.");
  }

  @Test
  void valuesAreTextsWhateverStandsInThem() {
    seedHistory();
    iiko.sql("update connection set base_url = $2, error = $2 where account_id = $1", HOSTILE)
        .sql("update run set error = $2 where account_id = $1", HOSTILE)
        .sql("update part set error = $2 where account_id = $1", HOSTILE)
        .sql("update record_error set reason = $2, iiko_id = $2 where account_id = $1", HOSTILE);

    open("admin");

    assertThat(page.locator("#account dl")).containsText(HOSTILE);
    assertThat(page.locator("#errors .why")).containsText(HOSTILE);
    assertThat(page.locator("#console img, #console script")).hasCount(0);
    assertThat(page.title()).isEqualTo("iiko accounts");
    picture("hostile");
  }

  @Test
  void theKeyboardIsEnough() {
    seedHistory();
    signInAs("admin");
    assertThat(entry(account)).isVisible();

    entry(account).focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#account-id")).isFocused();
    page.keyboard().press("Tab");

    assertThat(button("Sync all")).isFocused();
  }

  @Test
  void aPhoneShowsOneThingAtATime() {
    seedHistory();
    page.setViewportSize(375, 800);

    open("admin");

    assertThat(page.locator("#overview")).isHidden();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    picture("phone");
    page.locator("#back").click();
    assertThat(entry(account)).isFocused();
  }

  @Test
  void aServiceThatIsAwayIsToldAndComesBack() {
    open("member");
    page.route(Pattern.compile(".*/console/accounts.*"), route -> route.abort());
    assertThat(page.locator("#message"))
        .hasText("The service does not answer. Trying again.", within(15));

    page.unrouteAll();

    assertThat(page.locator("#message")).hasText("", within(15));
  }

  @Test
  void thePageMayOnlyTalkToItsOwnService() {
    String policy = RestAssured.get("/console/").getHeader("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
    assertThat(policy).doesNotContain("unsafe");
  }

  private void seedHistory() {
    iiko.connected();
    iiko.run("restaurants", "SUCCEEDED");
    iiko.run("stores", "FAILED");
    long partial = iiko.run("suppliers", "PARTIAL");
    iiko.error(partial, "suppliers", "7f3e2a10-9b1c", "the number cannot be read");
    iiko.run("invoices", "RUNNING");
    iiko.sql(
        """
        insert into schedule (account_id, entity, next_at)
        select $1, entity, now() + interval '1 hour'
        from unnest(array['restaurants', 'stores', 'suppliers', 'invoices']) entity""");
  }

  private static com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions within(
      int seconds) {
    return new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions()
        .setTimeout(seconds * 1000.0);
  }
}
