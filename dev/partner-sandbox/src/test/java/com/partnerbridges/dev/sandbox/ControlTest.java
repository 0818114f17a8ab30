package com.partnerbridges.dev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {
  private static PartnerSandbox sandbox;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void partnersAreListed() throws Exception {
    assertThat(call("GET", "/control/partners", "").body())
        .isEqualTo("[\"iute\",\"xendit\",\"atlas\",\"utopia\",\"powercode\",\"iiko\",\"idp\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PUT | /control/iute/faults/create | null",
        "PUT | /control/iute/faults/create | {",
        "PUT | /control/iute/faults/create | []",
        "PUT | /control/iute/faults/create | {\"kind\": \"NO_SUCH\"}",
        "PUT | /control/iute/faults/create | {\"kind\": \"STATUS_JSON\", \"status\": 99}",
        "PUT | /control/iute/faults/create | {\"latencyMillis\": -1}",
        "PUT | /control/iute/faults/create | {\"unknown\": 1}",
        "PUT | /control/iute/retry | {\"times\": 3}",
        "POST | /control/iute/webhook | {}",
        "GET | /control/iute/calls?limit=many | ``",
        "PUT | /control/xendit/settings | {\"webhookUrl\": 7}",
        "PUT | /control/xendit/settings | {\"unknown\": 1}",
        "PUT | /control/xendit/retry | {\"times\": 3}",
        "POST | /control/xendit/webhook | {}",
        "POST | /control/xendit/test-and-save | ``",
        "POST | /control/xendit/codes/none/pay | {\"duplicates\": -1}",
        "POST | /control/xendit/codes/none/pay | {\"amount\": 0}",
        "POST | /control/xendit/refunds/none/settle | {\"status\": \"PENDING\"}",
        "POST | /control/utopia/callback | {\"body\": \"\"}",
        "PUT | /control/utopia/orders | {}",
        "PUT | /control/utopia/settings | {\"signingSecret\": \"secret\"}",
        "PUT | /control/utopia/settings | {\"absentStatus\": 500}",
        "PUT | /control/powercode/refusals/createCustomer | {}",
        "PUT | /control/powercode/refusals/none | {\"statusCode\": 9}",
        "PUT | /control/powercode/settings | {\"retryAfterSeconds\": -1}",
        "PUT | /control/iiko/tenants/UPPER/settings | {}",
        "PUT | /control/iiko/tenants/demo/settings | {\"slots\": -1}",
        "PUT | /control/iiko/tenants/demo/settings | {\"oddities\": {\"none\": \"DOCTYPE\"}}",
        "PUT | /control/iiko/tenants/demo/bulk | {\"documents\": -1}",
        "PUT | /control/iiko/tenants/demo/suppliers/1 | {\"unknown\": 1}",
        "PUT | /control/iiko/tenants/demo/faults/none | {}",
        "PUT | /control/atlas/settings | {\"encrypted\": []}",
        "PUT | /control/atlas/users/t | {\"u_id\": \"x\"}",
      })
  void nonsenseIsNamedAndChangesNothing(String method, String path, String body) throws Exception {
    HttpResponse<String> answer = call(method, path, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("message").doesNotContain("Exception");
    assertThat(call("GET", "/control/iute/faults", "").body()).isEqualTo("{}");
  }

  @Test
  void callThatThePartnerDoesNotHaveIsRecorded() throws Exception {
    HttpResponse<String> answer = call("POST", "/iute/api/v1/refund", "{}");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(call("GET", "/control/iute/calls?operation=other", "").body())
        .contains("/iute/api/v1/refund");
  }

  private static HttpResponse<String> call(String method, String path, String body)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(sandbox.url() + path))
            .method(method, BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
