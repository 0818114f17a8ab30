package com.partnerbridges.utopia.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.metric.Doors;
import com.partnerbridges.shared.metric.Moves;
import com.partnerbridges.utopia.AuditLog;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes callbacks. Its answers have the form that UTOPIA knows. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
class CallbackService {

  private static final Logger LOG = Logger.getLogger(CallbackService.class);

  private static final String CALLBACK = "callback";

  private static final List<String> OUTCOMES =
      Stream.of(CallbackKind.values()).map(Enum::name).toList();

  private static final List<String> REASONS =
      List.of("SOURCE", "PATH", "HEADER", "SIGNATURE", "INVALID", Doors.NOT_STORED);

  private final CallbackDoor door;
  private final CallbackRepository callbacks;
  private final ObjectMapper json;
  private final AuditLog audit;
  private final Doors doors;
  private final Moves moves;

  CallbackService(
      CallbackDoor door,
      CallbackRepository callbacks,
      ObjectMapper json,
      AuditLog audit,
      Doors doors,
      Moves moves) {
    this.door = door;
    this.callbacks = callbacks;
    this.json = json;
    this.audit = audit;
    this.doors = doors;
    this.moves = moves;
    doors.open(CALLBACK, OUTCOMES, REASONS);
  }

  Uni<RestResponse<String>> receive(HttpServerRequest request, String secret, byte[] body) {
    Optional<CallbackDoor.Refusal> refusal = door.refuse(request, secret, body);
    if (refusal.isPresent()) {
      doors.refused(CALLBACK, refusal.get().protection().toUpperCase(Locale.ROOT));
      LOG.warnf("callback refused protection=%s", refusal.get().protection());
      return error(refusal.get().status(), refusal.get().sentence());
    }
    Optional<Callback> callback = Callback.read(body, json);
    if (callback.isEmpty()) {
      doors.refused(CALLBACK, "INVALID");
      return error(400, "Invalid or missing JSON payload");
    }
    return callbacks
        .receive(callback.get(), KeptHeaders.of(request.headers()).encode())
        .map(began -> received(callback.get(), began))
        .onFailure(Problem.class)
        .recoverWithItem(failure -> notStored((Problem) failure));
  }

  private RestResponse<String> notStored(Problem why) {
    doors.refused(CALLBACK, Doors.NOT_STORED);
    RestResponse<String> answer = answer(why.status(), JsonObject.of("error", why.getMessage()));
    why.headers().forEach(answer.getHeaders()::add);
    return answer;
  }

  private RestResponse<String> received(Callback callback, boolean began) {
    doors.taken(CALLBACK, callback.kind().name());
    if (began) {
      moves.count("order", null, "RECEIVED", "callback");
    }
    audit.event(
        callback.orderref(), "callback kind=%s beganOrder=%s".formatted(callback.kind(), began));
    return answer(200, JsonObject.of("data", "Information received"));
  }

  private static Uni<RestResponse<String>> error(int status, String sentence) {
    return Uni.createFrom().item(answer(status, JsonObject.of("error", sentence)));
  }

  private static RestResponse<String> answer(int status, JsonObject body) {
    return RestResponse.ResponseBuilder.create(
            RestResponse.Status.fromStatusCode(status), body.encode())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .build();
  }
}
