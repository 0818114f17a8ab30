package com.partnerbridges.dev.sandbox.atlas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a user may do in one app. */
public record AtlasRole(
    @JsonProperty("role_code") String roleCode,
    @JsonProperty("role_level") int roleLevel,
    @JsonProperty("app_code") String appCode) {}
