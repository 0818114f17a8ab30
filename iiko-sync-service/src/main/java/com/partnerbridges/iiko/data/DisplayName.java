package com.partnerbridges.iiko.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name that people give to what iiko calls otherwise. */
@Schema(name = "DisplayName", examples = "{\"display_name\": \"Old Town\"}")
record DisplayName(
    @JsonProperty(value = "display_name", required = true)
        @Pattern(regexp = "(?=.*\\S)[^\\p{Cc}\\p{Cs}\\u2028\\u2029]{1,200}")
        @Schema(description = "null takes it away again", nullable = true)
        String displayName) {}
