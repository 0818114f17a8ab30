package com.partnerbridges.iiko.data;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;

/** What stores are filtered by. */
class StoreFilter extends RecordFilter {

  @QueryParam("restaurant_id")
  @Pattern(regexp = TEXT)
  String restaurantId;

  @Override
  void add(Conditions conditions) {
    conditions.and("r.restaurant_id = ?", restaurantId);
  }
}
