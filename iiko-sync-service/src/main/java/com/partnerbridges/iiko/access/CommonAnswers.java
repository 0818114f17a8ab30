package com.partnerbridges.iiko.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Tells in the API's page what any call may be answered, besides what is its own. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getSecurity() != null) {
      add(operation, "401", "UNAUTHORIZED: no token or key, or one that is not valid.");
      add(operation, "403", "FORBIDDEN: the role is not enough.");
      add(operation, "503", "DATABASE_AWAY or IDENTITY_PROVIDER_AWAY: nothing is lost, try again.");
      if (isForAccount(operation)) {
        add(operation, "404", "NOT_FOUND: the token's accounts do not include this one.");
      }
      if (operation.getParameters() != null || operation.getRequestBody() != null) {
        add(operation, "400", "VALIDATION_FAILED with errors, or MALFORMED_JSON.");
      }
    }
    return operation;
  }

  private static boolean isForAccount(Operation operation) {
    return operation.getSecurity().stream()
        .anyMatch(asked -> asked.getSchemes().containsKey("account-token"));
  }

  private static void add(Operation operation, String status, String description) {
    if (!operation.getResponses().hasAPIResponse(status)) {
      operation
          .getResponses()
          .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
    }
  }
}
