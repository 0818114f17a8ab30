package com.partnerbridges.utopia.callback;

import com.partnerbridges.shared.edge.Page;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;

/** What the office filters callbacks by. */
class CallbackFilter extends Page {

  @QueryParam("kind")
  CallbackKind kind;

  /** Of an unusable callback it may be anything. */
  @QueryParam("orderref")
  @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]{0,201}")
  String orderref;
}
