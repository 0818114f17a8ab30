package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.Answer;
import java.util.List;

/** What Xendit refuses to do, for the API and for control alike. */
final class XenditRefusal extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final XenditError error;
  private final transient List<?> errors;

  XenditRefusal(XenditError error, String message) {
    this(error, message, List.of());
  }

  XenditRefusal(XenditError error, String message, List<?> errors) {
    super(message);
    this.error = error;
    this.errors = errors;
  }

  Answer answer() {
    return error.answer(getMessage(), errors);
  }
}
