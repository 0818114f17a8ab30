package com.partnerbridges.xendit;

import com.partnerbridges.shared.edge.FieldError;
import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.edge.RefusalForm;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refusals in the envelope that callers of Atlas services know. */
@Singleton
class EnvelopeRefusals implements RefusalForm {

  /** What the envelope says elsewhere, or not at all. */
  private static final Set<String> OUTSIDE = Set.of("type", "title", "status", "detail");

  /** Such callers know a request that cannot be read or is not valid by this status. */
  private static final int UNPROCESSABLE = 422;

  @Override
  public Problem unauthorized() {
    return Problem.of(
            401,
            "UNAUTHORIZED",
            "This needs a token of Atlas in the cookie ATLASTOKEN or as Authorization: Bearer.")
        .withHeader("WWW-Authenticate", "Bearer");
  }

  @Override
  public Problem forbidden() {
    return Problem.of(403, "FORBIDDEN", "Your role in Atlas is not enough for this.");
  }

  @Override
  public Written write(Problem problem) {
    Map<String, Object> details = new LinkedHashMap<>(problem.members());
    String message = (String) details.get("detail");
    details.keySet().removeAll(OUTSIDE);
    int status = problem.status();
    if (problem.code().equals("MALFORMED_JSON")) {
      String field = String.valueOf(details.getOrDefault("field", ""));
      details.remove("field");
      details.put("errors", List.of(new FieldError(field, message, "malformed")));
      status = UNPROCESSABLE;
    } else if (problem.code().equals("VALIDATION_FAILED")) {
      details.putIfAbsent("errors", List.of());
      status = UNPROCESSABLE;
    }
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("success", false);
    envelope.put("message", message);
    envelope.put("details", details);
    return new Written(status, MediaType.APPLICATION_JSON, envelope);
  }
}
