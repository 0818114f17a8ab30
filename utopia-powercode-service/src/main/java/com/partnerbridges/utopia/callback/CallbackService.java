package com.partnerbridges.utopia.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.utopia.AuditLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes callbacks. Its answers have the form that UTOPIA knows. */
@ApplicationScoped
class CallbackService {

  private static final Logger LOG = Logger.getLogger(CallbackService.class);

  private final CallbackDoor door;
  private final CallbackRepository callbacks;
  private final ObjectMapper json;
  private final AuditLog audit;
  private final MeterRegistry metrics;

  CallbackService(
      CallbackDoor door,
      CallbackRepository callbacks,
      ObjectMapper json,
      AuditLog audit,
      MeterRegistry metrics) {
    this.door = door;
    this.callbacks = callbacks;
    this.json = json;
    this.audit = audit;
    this.metrics = metrics;
  }

  Uni<RestResponse<String>> receive(HttpServerRequest request, String secret, byte[] body) {
    Optional<CallbackDoor.Refusal> refusal = door.refuse(request, secret, body);
    if (refusal.isPresent()) {
      count("refused-" + refusal.get().protection());
      LOG.warnf("callback refused protection=%s", refusal.get().protection());
      return error(refusal.get().status(), refusal.get().sentence());
    }
    Optional<Callback> callback = Callback.read(body, json);
    if (callback.isEmpty()) {
      count("invalid");
      return error(400, "Invalid or missing JSON payload");
    }
    return callbacks
        .receive(callback.get(), KeptHeaders.of(request.headers()).encode())
        .map(began -> received(callback.get(), began))
        .onFailure(Problem.class)
        .recoverWithItem(failure -> notStored((Problem) failure));
  }

  private RestResponse<String> notStored(Problem why) {
    count("not-stored");
    RestResponse<String> answer = answer(why.status(), JsonObject.of("error", why.getMessage()));
    why.headers().forEach(answer.getHeaders()::add);
    return answer;
  }

  private RestResponse<String> received(Callback callback, boolean began) {
    count(callback.kind().name());
    audit.event(
        callback.orderref(), "callback kind=%s beganOrder=%s".formatted(callback.kind(), began));
    return answer(200, JsonObject.of("data", "Information received"));
  }

  private void count(String outcome) {
    metrics.counter("utopia.callbacks", "outcome", outcome).increment();
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
