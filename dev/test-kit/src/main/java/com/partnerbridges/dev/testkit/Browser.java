package com.partnerbridges.dev.testkit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.restassured.RestAssured;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's Chromium, for a test class; its pages are closed after each test. Without one the
 * tests are skipped, or fail if BROWSER_REQUIRED is set.
 */
public final class Browser
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** What the browser complained about. */
  public final List<String> complaints = new CopyOnWriteArrayList<>();

  private Playwright playwright;
  private com.microsoft.playwright.Browser chromium;

  @Override
  public void beforeAll(ExtensionContext tests) {
    Optional<Path> executable =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "chromium"))
            .filter(Files::isExecutable)
            .findFirst();
    if (System.getenv("BROWSER_REQUIRED") == null) {
      Assumptions.assumeTrue(executable.isPresent(), "There is no chromium on this machine.");
    }
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable.orElseThrow())
                    .setHeadless(true)
                    .setArgs(FLAGS));
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    complaints.clear();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    chromium.contexts().forEach(BrowserContext::close);
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    if (playwright != null) {
      playwright.close();
    }
  }

  /** A page of a person whom the browser does not know yet. */
  public Page page(int width, int height) {
    BrowserContext person =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setBaseURL("http://127.0.0.1:" + RestAssured.port));
    Page page = person.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return page;
  }
}
