package com.partnerbridges.shared.edge;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;

/** RFC 9457, for callers with API keys. */
@Singleton
@DefaultBean
class ProblemDetails implements RefusalForm {

  @Override
  public Problem unauthorized() {
    return Problem.of(401, "UNAUTHORIZED", "This needs a known API key in the header X-API-Key.")
        .withHeader("WWW-Authenticate", ApiKeyAuthentication.CHALLENGE);
  }

  @Override
  public Problem forbidden() {
    return Problem.of(403, "FORBIDDEN", "The API key does not carry the role for this.");
  }

  @Override
  public Written write(Problem problem) {
    return new Written(problem.status(), Problem.MEDIA_TYPE, problem.members());
  }
}
