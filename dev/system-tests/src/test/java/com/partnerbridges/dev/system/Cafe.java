package com.partnerbridges.dev.system;

import com.partnerbridges.dev.sandbox.idp.IdpSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoBulk;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoUse;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** An account with an iiko server of its own, which has one licence slot. */
final class Cafe {

  /** More than any piece of a cafe without a bulk. */
  private static final int A_BATCH = 50;

  final String account = "cafe-" + UUID.randomUUID();
  final IikoSandboxClient server;
  private final String token;
  private IikoBulk bulk = IikoBulk.invoices(0, 0);

  private Cafe(URI sandbox) {
    server = new IikoSandboxClient(sandbox, account);
    token = new IdpSandboxClient(sandbox).token("owner", Map.of(account, "admin"));
  }

  /** Its server is there, and nobody has told the service of it. */
  static Cafe opened() {
    Cafe cafe = new Cafe(IikoSuite.stack().sandbox().url());
    cafe.server.reset();
    return cafe;
  }

  static List<Cafe> opened(int count) {
    return Stream.generate(Cafe::opened).limit(count).toList();
  }

  Cafe with(IikoBulk more) {
    bulk = server.bulk(more);
    return this;
  }

  HttpRequest connectAt(ServiceProcess instance) {
    return post(
        instance,
        "/connect",
        Map.of(
            "base_url",
            server.baseUrl().toString(),
            "username",
            IikoSandboxClient.USERNAME,
            "password",
            IikoSandboxClient.PASSWORD));
  }

  HttpRequest syncAt(ServiceProcess instance, String entity, Map<String, ?> wish) {
    return post(instance, "/sync/" + entity, wish);
  }

  /** The login was tried, and its first run is queued. */
  void connect(ServiceProcess instance) {
    require(200, Http.send(connectAt(instance)).join());
  }

  void sync(ServiceProcess instance, String entity, Map<String, ?> wish) {
    require(202, Http.send(syncAt(instance, entity, wish)).join());
  }

  void awaitState(String state, Duration patience) {
    Suite.await(account + " is " + state, patience, () -> state().equals(state));
  }

  void awaitState(String state) {
    awaitState(state, Suite.PATIENCE);
  }

  /** Of its last run. */
  String state() {
    return first("select state from iiko.run where account_id = '%s' order by id desc limit 1");
  }

  String error() {
    return first(
        "select error_code from iiko.run where account_id = '%s' order by id desc limit 1");
  }

  long runs() {
    return number("select count(*) from iiko.run where account_id = '%s'");
  }

  /** A batch of a long list or piece has come, and more is on its way. */
  boolean isInTheMiddleOf(String entity) {
    return number(
            "select count(*) from iiko.part where account_id = '%s' and state = 'RUNNING'"
                + " and piece_seen >= "
                + A_BATCH
                + " and entity = '"
                + entity
                + "'")
        == 1;
  }

  /** It has a session, and says so in its row. */
  boolean isLoggedIn() {
    return number(
            "select count(*) from iiko.connection where account_id = '%s'"
                + " and session_sealed is not null")
        == 1;
  }

  /** One of the last run's counts, of all entities or one. */
  long count(String what, String entity) {
    return number(
        "select "
            + what
            + " from iiko.part where account_id = '%s' and entity = '"
            + entity
            + "' order by run_id desc limit 1");
  }

  long items() {
    return number("select count(*) from iiko.invoice_item where account_id = '%s'");
  }

  /** What the database has of each kind, but for what is gone. */
  Map<String, Long> stored() {
    return Map.of(
        "departments", number(present("corporate_item") + " and source = 'D'"),
        "stores", number(present("corporate_item") + " and source = 'S'"),
        "suppliers", number(present("supplier")),
        "invoices", number(present("invoice")),
        "items", items());
  }

  /** What the server has. */
  Map<String, Long> there() {
    long stores = server.stores().size();
    var invoices = server.invoices().values();
    long items = invoices.stream().mapToLong(invoice -> invoice.items().size()).sum();
    return Map.of(
        "departments", server.departments().size() + stores,
        "stores", stores,
        "suppliers", (long) server.suppliers().size() + bulk.suppliers(),
        "invoices", (long) invoices.size() + bulk.documents(),
        "items", items + (long) bulk.documents() * bulk.itemsPerDocument());
  }

  /** A session ends after the last of its runs. */
  IikoUse awaitLogout() {
    return server.awaitUse(use -> use.slotsHeld() == 0, Suite.PATIENCE);
  }

  /** One session at a time, one request after the other, and a logout at the end. */
  boolean wasPolite() {
    IikoUse use = awaitLogout();
    return use.mostSlotsHeld() == 1 && use.concurrent() == 0;
  }

  @Override
  public String toString() {
    return "%s %s %s, stored %s of %s, %s"
        .formatted(account, state(), error(), stored(), there(), server.use());
  }

  private String present(String table) {
    return "select count(*) from iiko." + table + " where account_id = '%s' and gone_at is null";
  }

  private long number(String sql) {
    return Long.parseLong(first(sql));
  }

  private String first(String sql) {
    List<String> rows = IikoSuite.query(sql.formatted(account));
    return rows.isEmpty() || rows.get(0) == null ? "" : rows.get(0);
  }

  private void require(int status, Http.Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError(account + " got " + answer.status() + " " + answer.json());
    }
  }

  private HttpRequest post(ServiceProcess instance, String path, Object body) {
    return HttpRequest.newBuilder(
            instance.url().resolve("/api/v1/accounts/" + account + "/integrations/iiko" + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
        .build();
  }
}
