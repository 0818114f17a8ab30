package com.partnerbridges.iiko.access;

import com.partnerbridges.shared.edge.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Tells in the API's page what any call may be answered, besides what is its own. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

  private static final String NAME = "Problem";

  private static final Content PROBLEM =
      OASFactory.createContent()
          .addMediaType(
              Problem.MEDIA_TYPE,
              OASFactory.createMediaType().schema(OASFactory.createSchema().ref(NAME)));

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
    operation
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, answer) ->
                answer.content(status.startsWith("2") ? answer.getContent() : PROBLEM));
    return operation;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
    Schema problem =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .description("RFC 9457 problem details; some codes bring members of their own.")
            .addProperty("type", text)
            .addProperty("title", text)
            .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
            .addProperty("code", text)
            .addProperty("detail", text)
            .addExample(
                Map.of(
                    "type", "urn:problem:not-connected",
                    "title", "Conflict",
                    "status", 409,
                    "code", "NOT_CONNECTED",
                    "detail", "The account is not connected to an iiko server."));
    document.getComponents().addSchema(NAME, problem);
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
