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

  Counts withFailed() {
    return new Counts(created, updated, unchanged, failed + 1);
  }
}
