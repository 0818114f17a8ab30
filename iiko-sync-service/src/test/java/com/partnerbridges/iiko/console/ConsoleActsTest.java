package com.partnerbridges.iiko.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import io.quarkus.test.junit.QuarkusTest;
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
    assertThat(page.locator("#connect [name=password]").inputValue()).isEmpty();
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
    String before = text("select base_url from connection where account_id = '" + account + "'");

    button("Change login").click();
    page.locator("#credentials [name=username]").fill(IikoSandboxClient.USERNAME);
    page.locator("#credentials [name=password]").fill(IikoSandboxClient.PASSWORD);
    button("Change").click();

    assertThat(message()).hasText("The login is changed.");
    assertThat(text("select base_url from connection where account_id = '" + account + "'"))
        .isEqualTo(before);
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

  private void openConnected() {
    as(account, ADMIN).body(login(account)).post(at(account, "/connect")).then().statusCode(200);
    open("admin");
    assertThat(page.locator("#account-state")).hasText("Connected");
  }

  private void connect(String password) {
    button("Connect iiko").click();
    page.getByLabel("Server's address").fill(server(account).baseUrl().toString());
    page.locator("#connect [name=username]").fill(IikoSandboxClient.USERNAME);
    page.locator("#connect [name=password]").fill(password);
    picture("connect");
    page.locator("#connect button.main").click();
  }

  private Locator message() {
    return page.locator("#message");
  }
}
