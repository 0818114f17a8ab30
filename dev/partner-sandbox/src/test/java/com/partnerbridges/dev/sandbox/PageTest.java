package com.partnerbridges.dev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\":]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from '\\./([^']+)'");

  private final HttpClient http = HttpClient.newHttpClient();
  private PartnerSandbox sandbox;

  @BeforeEach
  void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void everyFileOfThePageIsServed() throws Exception {
    List<String> linked = found(LINK, get("/").body());

    assertThat(linked).contains("style.css", "main.js");
    for (String file : linked) {
      assertThat(get("/" + file).statusCode()).as(file).isEqualTo(200);
    }
    for (String module : found(IMPORT, get("/main.js").body())) {
      assertThat(get("/" + module).statusCode()).as(module).isEqualTo(200);
    }
  }

  @Test
  void pageMayLoadNothingFromElsewhere() throws Exception {
    HttpResponse<String> page = get("/");

    assertThat(page.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(
            policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self';"));
    assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(sandbox.url().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
