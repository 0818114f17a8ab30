package com.partnerbridges.iiko.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.partnerbridges.dev.testkit.Browser;
import com.partnerbridges.iiko.Seeded;
import com.partnerbridges.iiko.ServiceTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console in a real browser. */
abstract class ConsoleTest extends ServiceTest {

  @RegisterExtension static final Browser browser = new Browser();

  Page page;
  String account;
  Seeded iiko;

  @BeforeEach
  void openPage() {
    page = browser.page(1280, 900);
    account = newAccount();
    iiko = new Seeded(pool, account, clock.instant());
  }

  void signIn(String token) {
    page.navigate("/console");
    page.getByLabel("Token").fill(token);
    button("Sign in").click();
  }

  void signInAs(String role) {
    signIn(idp.token("ann", Map.of(account, role)));
  }

  /** Signed in with the account open. */
  void open(String role) {
    signInAs(role);
    entry(account).click();
    assertThat(page.locator("#account-id")).hasText(account);
  }

  Locator entry(String id) {
    return page.locator("#accounts a").filter(new Locator.FilterOptions().setHasText(id));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** To be looked at. */
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/console", name + ".png")));
  }
}
