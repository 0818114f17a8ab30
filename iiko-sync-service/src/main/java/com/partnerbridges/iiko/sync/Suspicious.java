package com.partnerbridges.iiko.sync;

/** More than half of what we have is missing at the server, and nobody has said that this is so. */
public final class Suspicious extends RuntimeException {

  Suspicious(long missing, long known) {
    super(
        "%d of %d records are no longer there. Nothing was marked as gone: sync with may_shrink when this is right."
            .formatted(missing, known),
        null,
        false,
        false);
  }
}
