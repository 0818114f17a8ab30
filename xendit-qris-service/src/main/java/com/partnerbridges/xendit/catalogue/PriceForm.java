package com.partnerbridges.xendit.catalogue;

import com.partnerbridges.xendit.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What staff say of a price. Space around the name is not part of it. */
@Schema(name = "PriceForm", examples = "{\"mp_name\": \"Two strips\", \"mp_amount\": 45000}")
record PriceForm(
    @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Text.LINE, message = Text.LINE_RULE)
        String mp_name,
    @NotNull @Positive @Schema(description = "Whole rupiah, at most MAX_AMOUNT.") Long mp_amount) {

  PriceForm {
    mp_name = Text.stripped(mp_name);
  }
}
