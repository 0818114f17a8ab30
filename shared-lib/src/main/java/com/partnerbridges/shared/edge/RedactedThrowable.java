package com.partnerbridges.shared.edge;

/**
 * Stands for a throwable whose message, or a cause's, had something to hide; keeps its class name
 * and stack trace.
 */
final class RedactedThrowable extends Throwable {
  private static final int DEEPEST = 20;

  private final String shown;

  private RedactedThrowable(Throwable original, String shown, Throwable cause) {
    super(shown, cause, true, true);
    this.shown = shown;
    setStackTrace(original.getStackTrace());
  }

  /** The same object when neither it nor what it carries has anything to hide. */
  static Throwable of(Throwable original) {
    return isSuspect(original, DEEPEST) ? redact(original, DEEPEST) : original;
  }

  private static boolean isSuspect(Throwable it, int depth) {
    if (it == null || depth == 0) {
      return false;
    }
    String text = it.toString();
    if (Redaction.of(text) != text || isSuspect(it.getCause(), depth - 1)) {
      return true;
    }
    for (Throwable suppressed : it.getSuppressed()) {
      if (isSuspect(suppressed, depth - 1)) {
        return true;
      }
    }
    return false;
  }

  private static Throwable redact(Throwable it, int depth) {
    if (it == null || depth == 0) {
      return null;
    }
    RedactedThrowable redacted =
        new RedactedThrowable(it, Redaction.of(it.toString()), redact(it.getCause(), depth - 1));
    for (Throwable suppressed : it.getSuppressed()) {
      Throwable shown = redact(suppressed, depth - 1);
      if (shown != null) {
        redacted.addSuppressed(shown);
      }
    }
    return redacted;
  }

  @Override
  public String toString() {
    return shown;
  }
}
