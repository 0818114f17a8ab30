package com.partnerbridges.xendit.photo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the latest e-mail with the gallery. */
@Schema(name = "GalleryMail")
record PhotoMailView(
    @JsonProperty("external_id") String externalId,
    String email,
    @Schema(
            type = SchemaType.STRING,
            enumeration = {"QUEUED", "SENT", "FAILED"},
            description = "QUEUED: it could not be sent yet, and goes out by itself.")
        String status,
    @JsonProperty("requested_at") Instant requestedAt,
    @JsonProperty("sent_at") Instant sentAt) {

  static PhotoMailView of(PhotoMail mail) {
    return new PhotoMailView(
        mail.externalId(), mail.recipient(), mail.status(), mail.requestedAt(), mail.sentAt());
  }

  @Override
  public String toString() {
    return "PhotoMailView[" + externalId + " " + status + "]";
  }
}
