package com.partnerbridges.shared.edge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** The part of a list that is asked for. */
public class Page {

  @QueryParam("skip")
  @DefaultValue("0")
  @Min(0)
  @Max(1_000_000)
  public int skip;

  @QueryParam("limit")
  @DefaultValue("100")
  @Min(1)
  @Max(500)
  public int limit;
}
