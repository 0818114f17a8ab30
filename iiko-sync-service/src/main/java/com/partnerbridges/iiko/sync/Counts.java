package com.partnerbridges.iiko.sync;

/** What became of a piece's records: {@code seen} is the sum of the others. */
record Counts(long created, long updated, long unchanged, long failed) {

  static final Counts NONE = new Counts(0, 0, 0, 0);

  long seen() {
    return created + updated + unchanged + failed;
  }

  Counts withStored(int isNew, int hasChanged, int isAsBefore) {
    return new Counts(created + isNew, updated + hasChanged, unchanged + isAsBefore, failed);
  }

  /** What was stored by tries that were cut off has been found unchanged by this one. */
  Counts withEarlier(Piece piece) {
    return new Counts(
        created + piece.created(),
        updated + piece.updated(),
        Math.max(0, unchanged - piece.created() - piece.updated()),
        failed);
  }

  Counts withFailed() {
    return new Counts(created, updated, unchanged, failed + 1);
  }
}
