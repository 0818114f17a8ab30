package com.partnerbridges.iiko.data;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What any list is filtered by, and which part of it is asked for. */
class RecordFilter {

  /** Also what PostgreSQL has no room for, the character 0, is none of these. */
  static final String TEXT = "[^\\p{Cc}\\p{Cs}]{1,200}";

  @QueryParam("name")
  @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]{0,200}")
  @Parameter(description = "Part of the name, iiko's or the account's own")
  String name;

  @QueryParam("gone")
  @Parameter(description = "Only what iiko no longer lists, or only what it does")
  Boolean gone;

  @QueryParam("sync_status")
  @Pattern(regexp = "pending|synced|error", message = "must be pending, synced or error")
  String syncStatus;

  @QueryParam("after")
  @Pattern(regexp = "[A-Za-z0-9_-]{1,2000}", message = "must be the next of an answer")
  @Parameter(description = "The next of the answer before this one")
  String after;

  @QueryParam("limit")
  @DefaultValue("100")
  @Min(1)
  @Max(500)
  int limit;

  /** What this kind of records is filtered by besides. */
  void add(Conditions conditions) {}
}
