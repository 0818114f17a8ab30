package com.partnerbridges.xendit.photo;

import com.partnerbridges.xendit.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The wish that the gallery goes out. */
@Schema(name = "SendPhotos", examples = "{\"email\": \"guest@example.com\"}")
record SendPhotos(
    @Size(max = 254)
        @Pattern(regexp = Text.EMAIL, message = "must be an e-mail address")
        @Schema(description = "Instead of the transaction's own, which it becomes.")
        String email,
    @Schema(description = "Whether it goes out once more.") boolean again) {

  @Override
  public String toString() {
    return "SendPhotos[again=" + again + "]";
  }
}
