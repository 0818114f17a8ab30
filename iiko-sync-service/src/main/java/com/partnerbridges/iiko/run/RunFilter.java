package com.partnerbridges.iiko.run;

import com.partnerbridges.shared.edge.Page;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What runs are filtered by. */
class RunFilter extends Page {

  @QueryParam("state")
  RunState state;

  @QueryParam("entity_type")
  @Pattern(regexp = RunRequest.WORDS)
  @Parameter(
      schema = @Schema(enumeration = {"restaurants", "stores", "suppliers", "invoices", "all"}))
  String entityType;
}
