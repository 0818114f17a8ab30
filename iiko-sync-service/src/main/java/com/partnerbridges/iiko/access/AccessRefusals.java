package com.partnerbridges.iiko.access;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.edge.RefusalForm;
import jakarta.inject.Singleton;

/** The house's form, in words about tokens and keys. */
@Singleton
class AccessRefusals implements RefusalForm {

  @Override
  public Problem unauthorized() {
    return Problem.of(
            401,
            "UNAUTHORIZED",
            "This needs a valid token (Authorization: Bearer ...), or an operator's key in"
                + " X-API-Key.")
        .withHeader("WWW-Authenticate", "Bearer");
  }

  @Override
  public Problem forbidden() {
    return Problem.of(403, "FORBIDDEN", "Your role is not enough for this.");
  }

  @Override
  public Written write(Problem problem) {
    return new Written(problem.status(), Problem.MEDIA_TYPE, problem.members());
  }
}
