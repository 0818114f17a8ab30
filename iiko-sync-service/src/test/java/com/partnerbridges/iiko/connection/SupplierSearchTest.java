package com.partnerbridges.iiko.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A search that cannot be done now is answered now. */
@QuarkusTest
@TestProfile(SupplierSearchTest.SlowPace.class)
class SupplierSearchTest extends ServiceTest {

  /** A connect and a search, of two and three calls, fit into a minute. */
  public static class SlowPace implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("IIKO_REQUESTS_PER_MINUTE", "6");
    }
  }

  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void whoWouldWaitForThePaceIsToldHowLong() {
    String account = connected();
    search(account).statusCode(200);

    long pause =
        Long.parseLong(
            search(account)
                .statusCode(503)
                .body("code", equalTo("ACCOUNT_BUSY"))
                .extract()
                .header("Retry-After"));

    assertThat(pause).isBetween(40L, 60L);
    clock.forward(Duration.ofSeconds(pause));
    search(account).statusCode(200);
  }

  @Test
  void whoLosesTheAccountMeanwhileIsToldThatItIsBusy() {
    String account = connected();
    IikoSandboxClient server = server(account);
    server.setFault(IikoSandboxClient.SEARCH, Fault.status(401).after(Duration.ofSeconds(1)));
    CompletableFuture<ValidatableResponse> searching = Meanwhile.ask(() -> search(account));
    server.awaitUse(use -> use.logins() == 2 && use.open() == 1, SOON);

    pool.query(
            "update connection set holder = gen_random_uuid(),"
                + " lease_until = now() + interval '1 hour'")
        .executeAndAwait();

    searching
        .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
        .join()
        .statusCode(503)
        .body("code", equalTo("ACCOUNT_BUSY"));
    assertThat(server.use().logins()).isEqualTo(2);
  }

  private ValidatableResponse search(String account) {
    return as(account, MEMBER).get(at(account, "/suppliers/search?name=a")).then();
  }
}
