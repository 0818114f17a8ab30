package com.partnerbridges.shared.mail;

import java.time.Instant;

/** A letter of a {@link LetterQueue} that one instance is in charge of for a while. */
public interface ClaimedLetter {

  long id();

  /** What it tells, one of few words. */
  Enum<?> kind();

  /** Counts up with each claim: whoever has an older number is no longer in charge. */
  int attempts();

  Instant queuedAt();

  /** The trace of what it tells of, as {@code KeptTrace} has it; null where it has none. */
  default String traceparent() {
    return null;
  }
}
