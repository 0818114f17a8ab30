package com.partnerbridges.xendit.photo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pictures of a transaction, as anybody with its id sees them. */
@Schema(name = "Gallery")
record GalleryView(
    @JsonProperty("external_id") String externalId,
    @JsonProperty("photo_count") int photoCount,
    @JsonProperty("email_sent_at") Instant emailSentAt,
    @JsonProperty("expiry_date") Instant expiryDate,
    List<Photo> photos) {

  record Photo(String url) {}

  static GalleryView of(Gallery gallery, Duration kept) {
    return new GalleryView(
        gallery.externalId(),
        gallery.urls().size(),
        gallery.firstSentAt(),
        gallery.expiry(kept).orElse(null),
        gallery.urls().stream().map(Photo::new).toList());
  }
}
