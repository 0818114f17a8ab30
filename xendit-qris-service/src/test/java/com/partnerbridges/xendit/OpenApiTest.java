package com.partnerbridges.xendit;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code /docs} offers to try is what works. */
@QuarkusTest
class OpenApiTest extends ServiceTest {

  private static final List<String> WITH_BODY = List.of("post", "put");
  private static final List<String> WITHOUT_BODY =
      List.of("/internal/jobs/{job}", "/kiosk/pay/{external_id}");

  private JsonPath document;

  @BeforeEach
  void read() {
    document = RestAssured.get("/q/openapi?format=json").jsonPath();
  }

  /** In the order of their paths: pictures are there before they are sent. */
  @Test
  void everyExampleOfABodyIsTaken() {
    pool.query(
            """
            insert into master_prices (mp_name, mp_amount, mp_created_at, mp_updated_at)
            values ('One strip', 30000, now(), now())""")
        .executeAndAwait();
    xendit.pay(expired(), PayOptions.USUAL.forced()); // an item that can be honoured
    clock.reset();
    String paid = completed();

    forEachOperation(
        (call, operation) -> {
          if (WITH_BODY.contains(call[0]) && !WITHOUT_BODY.contains(call[1])) {
            assertThat(send(call, example(call), paid).statusCode())
                .as("answer to the example of %s %s", (Object[]) call)
                .isBetween(200, 201);
          }
        });
  }

  @Test
  void everyOperationSaysWhatItDoesAndWhatMayGoWrong() {
    forEachOperation(
        (call, operation) -> {
          assertThat((String) operation.get("summary")).as("%s %s", (Object[]) call).isNotBlank();
          assertThat((List<?>) operation.get("tags")).as("%s %s", (Object[]) call).hasSize(1);
          assertThat(answers(operation).keySet())
              .as("answers of %s %s", (Object[]) call)
              .anyMatch(status -> status.startsWith("2"))
              .containsAll(refusals(operation));
          answers(operation)
              .forEach(
                  (status, answer) ->
                      assertThat((String) answer.get("description"))
                          .as("%s of %s %s", status, call[0], call[1])
                          .isNotBlank());
        });
  }

  @Test
  void thePageIsServed() {
    assertThat(RestAssured.get("/docs/").asString()).contains("swagger-ui");
  }

  private void forEachOperation(BiConsumer<String[], Map<String, Object>> check) {
    Map<String, Map<String, Map<String, Object>>> paths = document.get("paths");
    new TreeMap<>(paths)
        .forEach(
            (path, operations) ->
                operations.forEach(
                    (method, operation) -> check.accept(new String[] {method, path}, operation)));
  }

  private static Response send(String[] call, Object example, String paid) {
    String id = call[0].equals("put") ? "2" : "1"; // what the example before has added
    String address = call[1].replace("{external_id}", paid).replace("{id}", id);
    return as(ADMIN)
        .header("x-callback-token", XenditSandboxClient.CALLBACK_TOKEN)
        .body(example)
        .request(call[0].toUpperCase(), address);
  }

  /** At the operation, or at the form that its body has. */
  private Object example(String[] call) {
    String content =
        "paths.'%2$s'.%1$s.requestBody.content.'application/json'.".formatted((Object[]) call);
    Object own = document.get(content + "example");
    return own != null
        ? own
        : document.get(
            document.getString(content + "schema.'$ref'").substring(2).replace('/', '.')
                + ".examples[0]");
  }

  /** Whoever must sign in may fail to, and what he sends may be wrong. */
  private static List<String> refusals(Map<String, Object> operation) {
    if (!operation.containsKey("security")) {
      return List.of("503");
    }
    return operation.containsKey("parameters") || operation.containsKey("requestBody")
        ? List.of("401", "403", "422", "503")
        : List.of("401", "403", "503");
  }

  @SuppressWarnings("unchecked") // what the document is
  private static Map<String, Map<String, Object>> answers(Map<String, Object> operation) {
    return (Map<String, Map<String, Object>>) operation.get("responses");
  }
}
