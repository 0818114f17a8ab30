package com.partnerbridges.iiko.data;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What invoices are filtered by. */
class InvoiceFilter extends RecordFilter {

  @QueryParam("restaurant_id")
  @Pattern(regexp = TEXT)
  String restaurantId;

  @QueryParam("supplier_id")
  @Pattern(regexp = TEXT)
  String supplierId;

  @QueryParam("status")
  @Pattern(regexp = TEXT)
  @Parameter(description = "iiko's: NEW, PROCESSED or DELETED")
  String status;

  @QueryParam("from")
  @Parameter(description = "First day")
  LocalDate from;

  @QueryParam("to")
  @Parameter(description = "Last day")
  LocalDate to;

  @Override
  void add(Conditions conditions) {
    conditions
        .and(InvoiceView.RESTAURANT + " = ?", restaurantId)
        .and("r.supplier_id = ?", supplierId)
        .and("r.status = ?", status)
        .and(Listing.Order.NEWEST.key + " >= ?", from)
        .and(Listing.Order.NEWEST.key + " <= ?", to);
  }
}
