package com.partnerbridges.xendit.catalogue;

import com.partnerbridges.xendit.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What staff say of a location. Space around the name is not part of it. */
@Schema(name = "LocationForm", examples = "{\"ml_name\": \"Senayan City, ground floor\"}")
record LocationForm(
    @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Text.LINE, message = Text.LINE_RULE)
        String ml_name) {

  LocationForm {
    ml_name = Text.stripped(ml_name);
  }
}
