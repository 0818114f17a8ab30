package com.partnerbridges.xendit.access;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Tells in the API's page what any call may be answered, besides what is its own. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

  @Override
  public Operation filterOperation(Operation operation) {
    boolean secured = operation.getSecurity() != null;
    boolean takesBody = operation.getRequestBody() != null;
    if (secured) {
      add(operation, "401", "UNAUTHORIZED: no token, or one that is not valid any more.");
      add(operation, "403", "FORBIDDEN: the role is not enough.");
    }
    // an open door that takes bodies is Xendit's, which is never told that what it says is wrong
    if (takesBody ? secured : operation.getParameters() != null) {
      add(operation, "422", "VALIDATION_FAILED or MALFORMED_JSON, with details.errors.");
    }
    String away = secured ? "DATABASE_AWAY or ATLAS_AWAY" : "DATABASE_AWAY";
    add(operation, "503", away + ": nothing is lost, try again.");
    return operation;
  }

  private static void add(Operation operation, String status, String description) {
    if (!operation.getResponses().hasAPIResponse(status)) {
      operation
          .getResponses()
          .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
    }
  }
}
