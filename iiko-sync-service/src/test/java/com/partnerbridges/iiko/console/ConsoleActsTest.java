package com.partnerbridges.iiko.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do on the console, with a real service and the sandbox's iiko behind it. */
@QuarkusTest
class ConsoleActsTest extends ConsoleTest {

  @BeforeEach
  void freshServer() {
    server(account).reset();
  }

  @Test
  void anAccountIsConnected() {
    open("admin");

    connect(IikoSandboxClient.PASSWORD);

    assertThat(message()).hasText("Connected. The first import has begun.");
    assertThat(page.locator("#account-state")).hasText("Connected");
    assertThat(page.locator("#runs > li").first()).containsText("Everything, first import");
    assertThat(page.locator("#connect-dialog")).isHidden();
    assertThat(page.locator("#connect [name=password]")).hasValue("");
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void aRefusedLoginSaysWhyAndKeepsNothing() {
    open("admin");

    connect("wrong");

    assertThat(page.locator("#connect .message")).containsText("password");
    assertThat(page.locator("#connect .message")).hasClass("message trouble");
    picture("refused");
    button("Close").first().click();
    assertThat(page.locator("#connect [name=password]")).hasValue("");
    assertThat(page.locator("#account-state")).hasText("Not connected");
  }

  @Test
  void aConnectionIsTested() {
    openConnected();

    button("Test connection").click();

    assertThat(message()).hasText("iiko let us in.");
  }

  @Test
  void aLoginIsChangedAndTheRestStays() {
    openConnected();
    dueWork();
    String before = stored();

    button("Change connection").click();
    assertThat(page.getByLabel("Server's address")).hasValue(server(account).baseUrl().toString());
    assertThat(page.locator("#connect [name=username]")).hasValue("");
    assertThat(page.locator("#connect [name=password]")).hasValue("");
    picture("change");
    logIn(IikoSandboxClient.PASSWORD);
    button("Change").click();

    assertThat(message()).hasText("The connection is changed.");
    assertThat(stored()).isEqualTo(before);
    assertThat(page.locator("#runs > li")).hasCount(1);
  }

  @Test
  void anAccountMovesToAnotherServerWithoutBeingDisconnected() {
    openConnected();
    dueWork();
    IikoSandboxClient other = server(account + "-moved");
    other.reset();

    button("Change connection").click();
    page.getByLabel("Server's address").fill(other.baseUrl().toString());
    page.getByLabel("Time zone of the server").fill("Europe/Rome");
    page.getByLabel("Invoices come as").selectOption("json");
    page.getByLabel("E-mail address for alarms").fill("office@example.com");
    logIn(IikoSandboxClient.PASSWORD);
    button("Change").click();

    assertThat(message()).hasText("The connection is changed.");
    assertThat(stored()).isEqualTo(other.baseUrl() + " json Europe/Rome office@example.com");
    assertThat(page.locator("#account dl")).containsText("office@example.com");
    assertThat(page.locator("#runs > li").first()).containsText("first import");
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void aRefusedChangeSaysWhyAndKeepsWhatWas() {
    openConnected();
    String before = stored();

    button("Change connection").click();
    page.getByLabel("Time zone of the server").fill("Europe/Nowhere");
    logIn(IikoSandboxClient.PASSWORD);
    button("Change").click();

    assertThat(page.locator("#connect .message")).containsText("time_zone");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void aShorterListIsAcceptedByWhoeverSaysThatItIsRight() {
    openWithShorterList();
    assertThat(page.locator("#entities .doubt"))
        .containsText("iiko has only 1 of the 5 suppliers that we have");
    picture("suspicious");

    button("Accept the shorter list of suppliers").click();
    assertThat(page.locator("#shrink-numbers"))
        .hasText(
            "Of the 5 suppliers that we have, iiko has 1. The other 4 would be marked as gone.");
    picture("accept");
    button("Mark as gone").click();
    assertThat(message()).hasText("The sync has begun.");
    dueWork();

    assertThat(page.locator("#runs > li").first()).containsText("4 gone");
    assertThat(page.locator("#entities .doubt")).hasCount(0);
    assertThat(text("select count(*) from supplier where gone_at is not null")).isEqualTo("4");
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void whoDoesNotAcceptAShorterListLeavesAllAsItIs() {
    openWithShorterList();

    button("Accept the shorter list of suppliers").click();
    button("Leave it as it is").click();

    assertThat(page.locator("#shrink-dialog")).isHidden();
    assertThat(text("select count(*) from run where may_shrink")).isEqualTo("0");
    assertThat(page.locator("#entities .doubt")).isVisible();
  }

  @Test
  void aSyncIsAskedForAndSeenToItsEnd() {
    openConnected();
    dueWork();
    assertThat(page.locator("#runs > li").first()).containsText("Done");

    button("Sync suppliers").click();
    assertThat(message()).hasText("The sync has begun.");
    assertThat(page.locator("#runs > li")).hasCount(2);
    dueWork();

    Locator run = page.locator("#runs > li").first();
    assertThat(run).containsText("Suppliers, by hand");
    assertThat(run.locator(".state")).hasText("Done");
    assertThat(browser.complaints).isEmpty();
  }

  @Test
  void aSecondSyncIsRefusedWithItsReason() {
    openConnected();

    button("Sync all").click();

    assertThat(message()).hasClass("message trouble");
    assertThat(message()).not().hasText("");
  }

  @Test
  void aRunIsCancelled() {
    openConnected();

    page.locator("#runs button").first().click();

    assertThat(page.locator("#runs .state").first()).hasText("Cancelled");
  }

  @Test
  void whoDisconnectsIsAskedFirst() {
    openConnected();
    button("Disconnect").click();
    assertThat(page.locator("#disconnect-dialog")).isVisible();

    page.locator("#disconnect button.warn").click();

    assertThat(page.locator("#account-state")).hasText("Not connected");
    assertThat(message()).hasText("Disconnected.");
  }

  private void openWithShorterList() {
    openConnected();
    dueWork();
    IikoSandboxClient server = server(account);
    List.copyOf(server.suppliers().keySet())
        .subList(0, 4)
        .forEach(id -> server.remove(IikoSandboxClient.SUPPLIERS, id));
    as(account, ADMIN).post(at(account, "/sync/suppliers")).then().statusCode(202);
    dueWork();
  }

  private String stored() {
    return text(
        "select concat_ws(' ', base_url, source, time_zone, alert_email) from connection"
            + " where account_id = '%s'".formatted(account));
  }

  private void openConnected() {
    as(account, ADMIN).body(login(account)).post(at(account, "/connect")).then().statusCode(200);
    open("admin");
    assertThat(page.locator("#account-state")).hasText("Connected");
  }

  private void connect(String password) {
    button("Connect iiko").click();
    page.getByLabel("Server's address").fill(server(account).baseUrl().toString());
    logIn(password);
    picture("connect");
    button("Connect").click();
  }

  private void logIn(String password) {
    page.locator("#connect [name=username]").fill(IikoSandboxClient.USERNAME);
    page.locator("#connect [name=password]").fill(password);
  }

  private Locator message() {
    return page.locator("#message");
  }
}
