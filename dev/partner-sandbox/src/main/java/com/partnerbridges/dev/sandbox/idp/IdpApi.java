package com.partnerbridges.dev.sandbox.idp;

import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Control;
import com.partnerbridges.dev.sandbox.room.Endpoint;
import com.partnerbridges.dev.sandbox.room.Operation;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Signs a token for whoever asks, and tells the key that it was signed with. */
final class IdpApi {
  static final List<String> OPERATIONS = List.of("jwks", "token");
  private static final long AN_HOUR = 3600;

  private final Traffic traffic;
  private final IdpKey key = IdpKey.generate();

  IdpApi(Traffic traffic) {
    this.traffic = traffic;
  }

  void mount(Router router) {
    router.get("/jwks").handler(endpoint("jwks", call -> answer(key.jwks())));
    router.post("/token").handler(endpoint("token", this::token));
  }

  private Endpoint endpoint(String name, Operation operation) {
    return new Endpoint(traffic, name, operation);
  }

  private Future<Answer> token(RoutingContext call) {
    TokenWish wish = Control.body(call, TokenWish.class);
    return answer(Map.of("token", key.token(claims(wish))));
  }

  private static Map<String, Object> claims(TokenWish wish) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", IdpRoom.ISSUER);
    claims.put("aud", IdpRoom.AUDIENCE);
    claims.put("sub", wish.sub());
    claims.put("iat", now);
    claims.put("exp", now + Objects.requireNonNullElse(wish.ttl(), AN_HOUR));
    claims.put("accounts", wish.accounts());
    claims.putAll(Objects.requireNonNullElse(wish.claims(), Map.of()));
    claims.values().removeIf(Objects::isNull);
    return claims;
  }

  private static Future<Answer> answer(Object value) {
    return Future.succeededFuture(Answer.json(200, value));
  }
}
