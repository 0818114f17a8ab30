package com.partnerbridges.xendit.photo;

import static io.restassured.RestAssured.given;

import com.partnerbridges.dev.sandbox.mail.MailSinkClient;
import com.partnerbridges.xendit.ServiceTest;
import com.partnerbridges.xendit.TransactionRow;
import io.restassured.response.Response;
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

/** A completed transaction, to have pictures. */
abstract class PhotoBooth extends ServiceTest {

  static final String EMAIL = "guest@example.com";
  static final String PHOTO = "https://photos.example.com/1.jpg";
  static final String UNKNOWN = "TRX-1-20260131083000-FFFFFFFF";

  @ConfigProperty(name = "SANDBOX_URL")
  URI sandboxUrl;

  @Inject PhotoMailWork work;
  MailSinkClient sink;
  String id;

  @BeforeEach
  void completeOne() {
    sink = new MailSinkClient(sandboxUrl);
    sink.clear();
    id = transaction("COMPLETED");
  }

  String transaction(String status) {
    return TransactionRow.of(location, status, clock.instant()).email(EMAIL).insert(pool);
  }

  void run(String sql, Object... arguments) {
    pool.preparedQuery(sql).executeAndAwait(Tuple.from(arguments));
  }

  static Response add(String externalId, List<String> urls) {
    return as(STAFF).body(Map.of("urls", urls)).post(API + "/transactions/{id}/photos", externalId);
  }

  Response add(String... urls) {
    return add(id, List.of(urls));
  }

  static Response gallery(String externalId) {
    return given().get(API + "/transactions/{id}/photos", externalId);
  }

  Response send(Map<String, ?> wish) {
    return as(STAFF).body(wish).post(API + "/transactions/{id}/photos/email", id);
  }

  /** Many of the same at one moment, each on a thread of its own. */
  static <T> List<CompletableFuture<T>> together(int times, Supplier<T> call) {
    Executor threads = task -> new Thread(task).start();
    return Stream.generate(() -> CompletableFuture.supplyAsync(call, threads))
        .limit(times)
        .toList();
  }

  int dueMails() {
    return work.workOff().await().indefinitely();
  }
}
