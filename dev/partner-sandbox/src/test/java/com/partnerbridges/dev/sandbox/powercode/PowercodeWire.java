package com.partnerbridges.dev.sandbox.powercode;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks to the sandbox as any client of PowerCode's would. */
final class PowercodeWire {
  private static final String KEY = "sandbox-powercode-key";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI sandbox;

  PowercodeWire(HttpClient http, URI sandbox) {
    this.http = http;
    this.sandbox = sandbox;
  }

  HttpResponse<String> form(String action, Map<String, ?> parameters) throws Exception {
    return form(action, parameters, KEY, TIMEOUT);
  }

  HttpResponse<String> form(String action, Map<String, ?> parameters, String key, Duration timeout)
      throws Exception {
    String body =
        all(action, parameters, key).entrySet().stream()
            .map(one -> one.getKey() + "=" + ControlHttp.encoded(String.valueOf(one.getValue())))
            .collect(Collectors.joining("&"));
    return post("/api/1/index.php", "application/x-www-form-urlencoded", body, "", timeout);
  }

  HttpResponse<String> json(String action, Map<String, ?> parameters) throws Exception {
    return classic("application/json", new String(Json.bytes(all(action, parameters, KEY))));
  }

  HttpResponse<String> classic(String contentType, String body) throws Exception {
    return post("/api/1/index.php", contentType, body, "", TIMEOUT);
  }

  HttpResponse<String> tag(String customerId, String body) throws Exception {
    return tag(customerId, body, KEY);
  }

  HttpResponse<String> tag(String customerId, String body, String user) throws Exception {
    String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    String path = "/uapi/customers/" + customerId + "/tags";
    return post(path, "application/json", body, "Basic " + basic, TIMEOUT);
  }

  /** What a link for staff leads to. */
  HttpResponse<String> staffPage(String customerId) throws Exception {
    String page = "/powercode/index.php?q&page=/customers/_view.php&customerid=" + customerId;
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(sandbox + page)).timeout(TIMEOUT).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.tree(response.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> all(String action, Map<String, ?> parameters, String key) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("apiKey", key);
    all.put("action", action);
    all.putAll(parameters);
    return all;
  }

  private HttpResponse<String> post(
      String path, String contentType, String body, String authorization, Duration timeout)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox + "/powercode" + path))
            .timeout(timeout)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
