package com.partnerbridges.xendit.catalogue;

import com.partnerbridges.xendit.Page;
import com.partnerbridges.xendit.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which locations are asked for. */
class NameSearch extends Page {

  @QueryParam("search")
  @Size(max = 100)
  @Pattern(regexp = Text.LINE, message = Text.LINE_RULE)
  @Parameter(description = "Part of the name, in any case.")
  String search;
}
