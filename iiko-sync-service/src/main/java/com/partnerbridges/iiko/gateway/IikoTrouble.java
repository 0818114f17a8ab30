package com.partnerbridges.iiko.gateway;

import java.time.Duration;
import java.util.Optional;

/** Why a server did not do what it was asked. The message is for the account's people. */
public final class IikoTrouble extends RuntimeException {

  /** What to make of it. */
  public enum Kind {
    WRONG_PASSWORD(false),
    NO_LICENCE_SLOT(true),
    MODULE_BLOCKED(false),
    PERMISSION_DENIED(false),
    NOT_AN_IIKO_SERVER(false),
    ADDRESS_NOT_ALLOWED(false),
    UNREACHABLE(true),
    SERVER_ERROR(true),
    BUSY(true),
    REFUSED(false),
    TOO_LARGE(false),
    BROKEN_ANSWER(true);

    private final boolean passing;

    Kind(boolean passing) {
      this.passing = passing;
    }

    /** Whether it may be gone at the next try. */
    public boolean isPassing() {
      return passing;
    }
  }

  private final Kind kind;
  private final transient Duration retryAfter;

  public IikoTrouble(Kind kind, String message) {
    this(kind, message, null);
  }

  public IikoTrouble(Kind kind, String message, Duration retryAfter) {
    super(message, null, false, false);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /** What the server asked for. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
