package com.partnerbridges.iiko.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account moves to another server while runs wait for the one before. */
@QuarkusTest
class OtherServerTest extends ServiceTest {

  private String account;

  @BeforeEach
  void connectToTheFirst() {
    account = newAccount();
    connect(account);
  }

  @Test
  void theRunThatWaitsForTheOldServerMakesRoomForAFirstOne() {
    connect(account + "-moved");

    assertThat(texts("select cause || ' ' || state || ' ' || may_shrink from run order by id"))
        .containsExactly("FIRST CANCELLED false", "FIRST QUEUED true");
    assertThat(texts("select state || ' ' || count(*) from part group by state order by state"))
        .containsExactly("CANCELLED 4", "QUEUED 4");
  }

  @Test
  void whatTheOldServerHadHasGoneAndWhatTheNewOneHasIsThere() {
    workOff();
    pool.query("update supplier set iiko_id = 'old-' || iiko_id").executeAndAwait();
    connect(account + "-moved");

    workOff();

    assertThat(texts("select distinct state from run")).containsExactly("SUCCEEDED");
    assertThat(texts("select distinct iiko_id like 'old-%' from supplier where gone_at is null"))
        .containsExactly("false");
    assertThat(
            texts("select distinct gone_at is not null from supplier where iiko_id like 'old-%'"))
        .containsExactly("true");
  }

  @Test
  void theSameServerLeavesItsRunWhereItIs() {
    connect(account);

    assertThat(texts("select state from run")).containsExactly("QUEUED");
  }

  private void connect(String tenant) {
    connect(tenant, "xml");
  }

  private void connect(String tenant, String source) {
    IikoSandboxClient server = new IikoSandboxClient(sandbox, tenant);
    server.reset();
    as(account, ADMIN)
        .body(
            Map.of(
                "username",
                IikoSandboxClient.USERNAME,
                "password",
                IikoSandboxClient.PASSWORD,
                "base_url",
                server.baseUrl().toString(),
                "source",
                source))
        .post(at(account, "/connect"))
        .then()
        .statusCode(200);
  }

  private static void workOff() {
    while (dueWork() > 0) {
      // more may have become due
    }
  }

  @Test
  void theSameServerConnectedAgainMayNotShrink() {
    workOff();
    as(account, ADMIN).delete(at(account, "/connect")).then().statusCode(204);
    pool.query(
            "insert into supplier (account_id, iiko_id, changed_at)"
                + " select '%s', 'more-' || n, now() from generate_series(1, 50) n"
                    .formatted(account))
        .executeAndAwait();
    connect(account);

    workOff();

    assertThat(
            texts(
                "select cause || ' ' || state || ' ' || error_code from run where not may_shrink"))
        .contains("FIRST FAILED SUSPICIOUS");
    assertThat(texts("select 1 from supplier where gone_at is not null")).isEmpty();
  }

  @Test
  void theSameServerByAnotherSourceMayShrink() {
    connect(account, "json");

    assertThat(texts("select cause || ' ' || state || ' ' || may_shrink from run order by id"))
        .containsExactly("FIRST CANCELLED false", "FIRST QUEUED true");
  }
}
