package com.partnerbridges.iiko.sync;

/** More than half of what we have is missing at the server, and nobody has said that this is so. */
public final class Suspicious extends RuntimeException {

  private final long known;
  private final long left;

  Suspicious(long missing, long known) {
    super(
        "%d of %d records are no longer there, so nothing was marked as gone. If this is right, accept it (may_shrink)."
            .formatted(missing, known),
        null,
        false,
        false);
    this.known = known;
    this.left = known - missing;
  }

  /** So many we have. */
  public long known() {
    return known;
  }

  /** So many of them the server still has. */
  public long left() {
    return left;
  }
}
