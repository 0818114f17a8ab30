package com.partnerbridges.xendit.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.testkit.MovableClock;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Callers with tokens, and the sandbox as Atlas. */
abstract class AtlasTest {

  @ConfigProperty(name = "SANDBOX_URL")
  URI sandbox;

  @Inject MovableClock clock;
  AtlasSandboxClient atlas;

  @BeforeEach
  void startClean() {
    clock.reset();
    atlas = new AtlasSandboxClient(sandbox);
    atlas.reset();
  }

  /** Breakers remember what tests did to Atlas. */
  @AfterEach
  void atlasIsBack() {
    atlas.clearFaults();
    String token = user("staff", 10);
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (knock(token, "staff").statusCode() == 503) {
      assertThat(System.nanoTime()).as("Atlas stays away").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** A new user's token, so that nothing is remembered of it. */
  String user(String name, int level) {
    String token = name + "-" + UUID.randomUUID();
    atlas.user(token, 7, name, level, "PHOTOBOX");
    return token;
  }

  void atlasIsAway() {
    atlas.setFault("me", Fault.status(503));
  }

  int calls() {
    return atlas.calls("me").size();
  }

  static Response knock(String token, String door) {
    return given().auth().oauth2(token).get("/doors/" + door);
  }
}
