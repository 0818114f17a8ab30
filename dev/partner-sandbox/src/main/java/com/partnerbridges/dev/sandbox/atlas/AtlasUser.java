package com.partnerbridges.dev.sandbox.atlas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A person as Atlas describes them, in its field names. */
public record AtlasUser(
    @JsonProperty("u_id") long id,
    @JsonProperty("u_username") String username,
    @JsonProperty("u_email") String email,
    @JsonProperty("u_full_name") String fullName,
    @JsonProperty("u_status") String status,
    List<AtlasRole> roles) {

  public static AtlasUser of(long id, String username, AtlasRole... roles) {
    return new AtlasUser(
        id, username, username + "@atlas.invalid", "Sandbox " + username, "active", List.of(roles));
  }
}
