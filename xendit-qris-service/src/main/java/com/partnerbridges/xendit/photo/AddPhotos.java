package com.partnerbridges.xendit.photo;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Picture links that a kiosk registers. */
@Schema(
    name = "AddPhotos",
    examples = "{\"urls\": [\"https://photos.example.com/2026/01/31/a1.jpg\"]}")
record AddPhotos(
    @NotNull
        @Size(min = 1, max = PhotoService.MOST)
        @Schema(description = "https, on a host of PHOTO_HOSTS, 2000 characters at most.")
        List<@NotNull @PhotoLink String> urls) {}
