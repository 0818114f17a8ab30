package com.partnerbridges.xendit.photo;

import static com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient.STAFF;
import static io.restassured.RestAssured.given;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.mail.MailSinkClient;
import com.partnerbridges.dev.testkit.MovableClock;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** Transactions with pictures, in the service over real HTTP. */
abstract class PhotoBooth {

  static final String TRANSACTION = "TRX-1-20260131083000-0123ABCD";
  static final String OTHER = "TRX-1-20260131083000-FFFFFFFF";
  static final String EMAIL = "guest@example.com";
  static final String PHOTO = "https://photos.example.com/1.jpg";

  @ConfigProperty(name = "SANDBOX_URL")
  URI sandbox;

  @Inject MovableClock clock;
  @Inject Pool pool;
  @Inject PhotoMailWork work;
  MailSinkClient sink;

  @BeforeEach
  void startClean() {
    clock.reset();
    new AtlasSandboxClient(sandbox).reset();
    sink = new MailSinkClient(sandbox);
    sink.clear();
    pool.query(
            "truncate master_locations, transactions, attention, photos, photo_mails"
                + " restart identity cascade")
        .executeAndAwait();
    location("Grand Mall");
    transaction(TRANSACTION, "COMPLETED", EMAIL);
  }

  void location(String name) {
    run(
        """
        insert into master_locations (ml_name, ml_created_at, ml_updated_at)
        values ($1, now(), now())""",
        name);
  }

  void rename(String name) {
    run("update master_locations set ml_name = $1", name);
  }

  void transaction(String externalId, String status, String email) {
    run(
        """
        insert into transactions (tr_external_id, tr_location_id, tr_amount, tr_email, tr_status,
          tr_created_by, tr_content_digest, tr_paid_at, tr_created_at, tr_expired_at, tr_moved_at)
        values ($1, 1, 40000, $3, $2, 'tester', '', case when $2 = 'COMPLETED' then now() end,
          now(), now(), now())""",
        externalId,
        status,
        email);
  }

  void run(String sql, Object... arguments) {
    pool.preparedQuery(sql).execute(Tuple.from(arguments)).await().indefinitely();
  }

  String text(String sql) {
    return pool.query(sql).executeAndAwait().iterator().next().getString(0);
  }

  static RequestSpecification staff() {
    return given().auth().oauth2(STAFF).contentType("application/json");
  }

  static Response add(String externalId, List<String> urls) {
    return staff().body(Map.of("urls", urls)).post("/api/v1/transactions/{id}/photos", externalId);
  }

  static Response add(String... urls) {
    return add(TRANSACTION, List.of(urls));
  }

  static Response gallery(String externalId) {
    return given().get("/api/v1/transactions/{id}/photos", externalId);
  }

  static Response send(Map<String, ?> wish) {
    return staff().body(wish).post("/api/v1/transactions/{id}/photos/email", TRANSACTION);
  }

  /** Many of the same at one moment, each on a thread of its own. */
  static <T> List<CompletableFuture<T>> together(int times, Supplier<T> call) {
    Executor threads = task -> new Thread(task).start();
    return Stream.generate(() -> CompletableFuture.supplyAsync(call, threads))
        .limit(times)
        .toList();
  }

  /** What a scheduler's job does. */
  int dueMails() {
    return work.sendDue().await().indefinitely();
  }
}
