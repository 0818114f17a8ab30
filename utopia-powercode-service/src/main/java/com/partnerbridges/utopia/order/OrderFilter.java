package com.partnerbridges.utopia.order;

import com.partnerbridges.shared.edge.Page;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the office filters its list by. */
class OrderFilter extends Page {

  @QueryParam("state")
  OrderState state;

  @QueryParam("search")
  @Pattern(regexp = Wish.LINE)
  @Parameter(description = "Start of the orderref or the siteid, or part of the customer's name")
  String search;

  @QueryParam("from")
  Instant from;

  @QueryParam("to")
  Instant to;
}
