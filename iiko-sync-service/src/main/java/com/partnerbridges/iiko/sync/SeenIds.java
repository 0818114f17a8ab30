package com.partnerbridges.iiko.sync;

import com.partnerbridges.shared.signature.Sha256;
import java.nio.ByteBuffer;

/**
 * The ids that an answer had, as 64 bits of the SHA-256 of each: sixteen bytes of memory for a
 * record, however long the answer is. Two ids that are alike in these bits occur in one of 10^7
 * answers of a million records.
 */
final class SeenIds {

  /** The same of a column, in SQL. */
  static final String FINGERPRINT =
      "('x' || encode(substring(sha256(convert_to(%s, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint";

  private long[] slots = new long[1024];
  private int size;
  private boolean hasZero;

  /** False when it was there already. */
  boolean add(String id) {
    return add(ByteBuffer.wrap(Sha256.digest(id)).getLong());
  }

  int size() {
    return size + (hasZero ? 1 : 0);
  }

  Long[] fingerprints() {
    Long[] all = new Long[size()];
    int next = 0;
    for (long slot : slots) {
      if (slot != 0) {
        all[next++] = slot;
      }
    }
    if (hasZero) {
      all[next] = 0L;
    }
    return all;
  }

  private boolean add(long print) {
    if (print == 0) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    int at = slot(print);
    if (slots[at] == print) {
      return false;
    }
    slots[at] = print;
    size++;
    return true;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long print : old) {
      if (print != 0) {
        slots[slot(print)] = print;
      }
    }
  }

  /** Where it is, or would be. */
  private int slot(long print) {
    int at = (int) print & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != print) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }
}
