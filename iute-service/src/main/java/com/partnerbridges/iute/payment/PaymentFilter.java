package com.partnerbridges.iute.payment;

import com.partnerbridges.shared.edge.Page;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;

/** What the office filters its list by. */
class PaymentFilter extends Page {

  @QueryParam("status")
  PaymentStatus status;

  @QueryParam("from")
  Instant from;

  @QueryParam("to")
  Instant to;

  @QueryParam("salesman")
  @Pattern(regexp = Text.LINE)
  String salesman;
}
