package com.partnerbridges.utopia.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.partnerbridges.dev.testkit.Browser;
import com.partnerbridges.utopia.ServiceTest;
import com.partnerbridges.utopia.order.SeededOrders;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The board in a real browser. */
abstract class BoardTest extends ServiceTest {

  static final String REF = "UIA202511-038109";

  @RegisterExtension static final Browser browser = new Browser();

  Page page;
  SeededOrders orders;
  Instant now;

  @BeforeEach
  void openPage() {
    page = browser.page(1280, 900);
    orders = new SeededOrders(pool);
    now = clock.instant();
  }

  void signIn(String key) {
    page.navigate("/orders-board");
    page.getByLabel("API key").fill(key);
    button("Sign in").click();
  }

  /** Signed in as an operator, with the order open. */
  void open(String orderref) {
    signIn(OPERATOR);
    entry(orderref).click();
    assertThat(page.locator("#steps li").first()).isVisible();
  }

  Locator entry(String orderref) {
    return page.locator("#list a").filter(new Locator.FilterOptions().setHasText(orderref));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator step(String name) {
    return page.locator("#steps li").filter(new Locator.FilterOptions().setHasText(name));
  }

  Locator message() {
    return page.locator("#message");
  }

  Locator shownState() {
    return page.locator("#state");
  }

  /** To be looked at. */
  void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/board", name + ".png")));
  }
}
