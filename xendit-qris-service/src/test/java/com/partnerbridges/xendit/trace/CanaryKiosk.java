package com.partnerbridges.xendit.trace;

import static com.partnerbridges.dev.testkit.TraceCollector.DATABASE_PASSWORD;
import static io.restassured.RestAssured.given;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.testkit.Trace;
import com.partnerbridges.xendit.ServiceTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** A kiosk and a guest whom one would know again wherever something of them is told. */
abstract class CanaryKiosk extends ServiceTest {

  static final String CANARY = "canary";

  /** What is nobody's business, and what is secret. */
  static final String[] CANARIES = {
    CANARY,
    "photobox@example.com",
    OPERATOR_KEY,
    ADMIN,
    XenditSandboxClient.SECRET_KEY,
    XenditSandboxClient.CALLBACK_TOKEN,
    AtlasSandboxClient.ENCRYPTION_KEY,
    AtlasSandboxClient.ENCRYPTION_IV,
    DATABASE_PASSWORD
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  final Trace trace = Trace.begun();
  private String token;

  @BeforeEach
  void newKiosk() {
    int number = NUMBER.incrementAndGet();
    token = "canary-token-" + number;
    atlas.user(token, 7_000 + number, "canary-user", 10, "PHOTOBOX");
  }

  RequestSpecification traced() {
    return as(token).header("traceparent", trace.parent()).header("X-Request-ID", "request-7");
  }

  /** The external id of a new transaction. */
  String sold() {
    Map<String, Object> wish = wish();
    wish.put("email", "canary@example.com");
    return traced()
        .body(wish)
        .post(API + "/transactions")
        .then()
        .statusCode(201)
        .extract()
        .path("data.tr_external_id");
  }

  void sendPhotos(String id) {
    traced()
        .body(Map.of("urls", List.of("https://photos.example.com/canary.jpg")))
        .post(API + "/transactions/{id}/photos", id)
        .then()
        .statusCode(201);
    traced()
        .body(Map.of("email", "canary-2@example.com"))
        .post(API + "/transactions/{id}/photos/email", id)
        .then()
        .statusCode(200);
  }

  /** Whoever has no business here, with a secret of his own. */
  void strangersCome() {
    given().header("x-callback-token", CANARY).body("{}").post(API + "/webhooks/xendit");
    as(CANARY).body(CANARY).post(API + "/transactions").then().statusCode(401);
    traced().body("{\"email\": \"canary@example.com\", }").post(API + "/transactions");
    poll(CANARY).then().statusCode(422);
    given().header("User-Agent", CANARY).get("/nowhere/{any}?email=canary@example.com", CANARY);
  }

  Response refund(String id) {
    return as(ADMIN).body(Map.of("reason", "OTHERS")).post(API + "/transactions/{id}/refund", id);
  }
}
