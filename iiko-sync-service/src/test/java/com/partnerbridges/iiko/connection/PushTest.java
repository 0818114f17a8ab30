package com.partnerbridges.iiko.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.testkit.RawHttp;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PushTest extends ServiceTest {

  private String account;

  @BeforeEach
  void connect() {
    account = connected();
    endRuns();
  }

  @Test
  void aPushQueuesARunOfAllEntities() {
    push(newToken()).statusCode(202);

    assertThat(text("select entity_type || ' ' || is_full from run where cause = 'PUSH'"))
        .isEqualTo("all false");
    assertThat(texts("select entity from part where state = 'QUEUED' order by position"))
        .containsExactly("restaurants", "stores", "suppliers", "invoices");
  }

  @Test
  void whileARunIsUnderWayAPushIsHeardAndQueuesNothing() {
    String token = newToken();

    List<CompletableFuture<Integer>> pushes =
        IntStream.range(0, 8)
            .mapToObj(nr -> CompletableFuture.supplyAsync(() -> push(token).extract().statusCode()))
            .toList();

    assertThat(pushes).extracting(CompletableFuture::join).containsOnly(202);
    assertThat(texts("select id from run where cause = 'PUSH'")).hasSize(1);
  }

  @Test
  void onlyTheNewestTokenIsGoodAndOnlyItsDigestIsKept() {
    String old = newToken();
    String token = newToken();

    push(old).statusCode(404).body("code", equalTo("NOT_FOUND"));
    push(token).statusCode(202);
    assertThat(text("select octet_length(push_token_sha256) from connection")).isEqualTo("32");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%00", "..%2f", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void anUnknownTokenIsNotThere(String token) {
    push(token).statusCode(404);
  }

  @Test
  void aBodyIsBounded() {
    // not sent: the connection closes before a client has written all of it
    RawHttp tooLarge = RawHttp.of("POST /webhooks/iiko/" + newToken());

    assertThat(tooLarge.with("Content-Length", "70000").send().status()).isEqualTo(413);
    assertThat(texts("select id from run where cause = 'PUSH'")).isEmpty();
  }

  private String newToken() {
    return as(account, ADMIN)
        .post(at(account, "/push-token"))
        .then()
        .statusCode(200)
        .extract()
        .path("token");
  }

  private ValidatableResponse push(String token) {
    return given().urlEncodingEnabled(false).body("{").post("/webhooks/iiko/" + token).then();
  }

  private void endRuns() {
    pool.query("update run set state = 'SUCCEEDED', ended_at = now()").executeAndAwait();
    pool.query("update part set state = 'SUCCEEDED', ended_at = now()").executeAndAwait();
  }
}
