package com.partnerbridges.xendit.transaction;

import com.partnerbridges.xendit.Page;
import com.partnerbridges.xendit.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;

/** What staff narrow the list of transactions by. */
class TransactionFilter extends Page {

  @QueryParam("search")
  @Size(max = 100)
  @Pattern(regexp = Text.LINE, message = Text.LINE_RULE)
  @Parameter(description = "Part of the external id or of the location's name, in any case.")
  String search;

  @QueryParam("status")
  @Separator(",")
  @Parameter(description = "One status or several, separated by commas.")
  List<TransactionStatus> status;

  @QueryParam("location_id")
  Long locationId;

  @QueryParam("from")
  Instant from;

  @QueryParam("to")
  Instant to;
}
