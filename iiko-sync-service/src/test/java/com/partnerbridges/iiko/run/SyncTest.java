package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.iiko.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** An account that is connected to a server of its own in the sandbox. */
abstract class SyncTest extends ServiceTest {

  private static final Duration LATEST = Duration.ofSeconds(20);

  protected String account;
  protected IikoSandboxClient iiko;

  @BeforeEach
  void connect() {
    account = newAccount();
    iiko = server(account);
    connected(account, iiko);
  }

  protected IikoSandboxClient server(String name) {
    IikoSandboxClient server = new IikoSandboxClient(sandbox, name);
    server.reset();
    return server;
  }

  /** As people do it, but nothing is due yet. */
  protected void connected(String name, IikoSandboxClient server) {
    Map<String, String> wish =
        Map.of(
            "username",
            IikoSandboxClient.USERNAME,
            "password",
            IikoSandboxClient.PASSWORD,
            "base_url",
            server.baseUrl().toString(),
            "time_zone",
            "Europe/Moscow",
            "alert_email",
            name + "@example.com");
    as(name, ADMIN).body(wish).post(at(name, "/connect")).then().statusCode(200);
    sql("delete from schedule where account_id = '" + name + "'");
    sql("delete from part where account_id = '" + name + "'");
    sql("delete from run where account_id = '" + name + "'");
    server.reset();
  }

  protected long queued(String entityType, String body) {
    return sync(entityType, body).statusCode(202).extract().jsonPath().getLong("id");
  }

  protected long queued(String entityType) {
    return queued(entityType, "{}");
  }

  protected ValidatableResponse sync(String entityType, String body) {
    return as(account, ADMIN).body(body).post(at(account, "/sync/" + entityType)).then();
  }

  protected ValidatableResponse run(long id) {
    return as(account, MEMBER).get(at(account, "/runs/" + id)).then().statusCode(200);
  }

  /** Queues it, works it off, and gives how it ended. */
  protected ValidatableResponse synced(String entityType, String body) {
    long id = queued(entityType, body);
    workOff();
    return run(id);
  }

  protected ValidatableResponse synced(String entityType) {
    return synced(entityType, "{}");
  }

  protected static void workOff() {
    while (dueWork() > 0) {
      // more may have become due
    }
  }

  protected String state(long run) {
    return text("select state from run where id = " + run);
  }

  /** {@code created updated unchanged gone failed} of one entity. */
  protected String counts(String entity) {
    return text(
        """
        select concat_ws(' ', created, updated, unchanged, gone, failed) from part
        where account_id = '%s' and entity = '%s' order by run_id desc limit 1"""
            .formatted(account, entity));
  }

  protected void sql(String sql) {
    pool.query(sql).executeAndAwait();
  }

  /** Until there is such a row. */
  protected void await(String sql) {
    long latest = System.nanoTime() + LATEST.toNanos();
    while (texts(sql).isEmpty()) {
      assertThat(System.nanoTime()).as(sql).isLessThan(latest);
      Thread.onSpinWait();
    }
  }
}
