package com.partnerbridges.iiko.log;

import com.partnerbridges.shared.edge.Page;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the log is filtered by. */
class LogFilter extends Page {

  @QueryParam("entity_type")
  @Pattern(
      regexp = "restaurants|stores|suppliers|invoices",
      message = "must be restaurants, stores, suppliers or invoices")
  String entityType;

  @QueryParam("state")
  @Pattern(
      regexp = "QUEUED|RUNNING|SUCCEEDED|PARTIAL|FAILED|CANCELLED",
      message = "must be QUEUED, RUNNING, SUCCEEDED, PARTIAL, FAILED or CANCELLED")
  String state;

  @QueryParam("from")
  @Parameter(description = "Runs that were queued then or later")
  Instant from;

  @QueryParam("to")
  @Parameter(description = "Runs that were queued before that")
  Instant to;
}
