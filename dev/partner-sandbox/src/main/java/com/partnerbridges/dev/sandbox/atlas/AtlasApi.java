package com.partnerbridges.dev.sandbox.atlas;

import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Endpoint;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one call that tells who a token belongs to. */
final class AtlasApi {
  static final List<String> OPERATIONS = List.of("me");
  private static final String BEARER = "Bearer ";

  private final Traffic traffic;
  private final AtlasUsers users;
  private boolean encrypted;

  AtlasApi(Traffic traffic, AtlasUsers users) {
    this.traffic = traffic;
    this.users = users;
  }

  void mount(Router router) {
    router
        .get("/api/v1/auth/me")
        .handler(
            new Endpoint(
                traffic,
                "me",
                call -> Future.succeededFuture(me(call)),
                status -> refusal(status, "Set by the sandbox")));
  }

  boolean encrypted() {
    return encrypted;
  }

  void encrypted(boolean on) {
    encrypted = on;
  }

  private Answer me(RoutingContext call) {
    String authorization = String.valueOf(call.request().getHeader("Authorization"));
    if (!authorization.startsWith(BEARER)) {
      return refusal(401, "Not authenticated");
    }
    return users
        .find(authorization.substring(BEARER.length()))
        .map(this::answer)
        .orElseGet(() -> refusal(401, "Invalid or expired token"));
  }

  private Answer answer(AtlasUser user) {
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("success", true);
    envelope.put("message", "Success");
    envelope.put("data", user);
    return Answer.json(200, encrypted ? AtlasCipher.encrypted(envelope) : envelope);
  }

  /** Never encrypted: which errors Atlas encrypts is not known. */
  private static Answer refusal(int status, String message) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("success", false);
    body.put("message", message);
    body.put("details", Map.of());
    return Answer.json(status, body);
  }
}
