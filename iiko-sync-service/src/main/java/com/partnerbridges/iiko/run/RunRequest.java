package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.Entity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A run that is to be queued.
 *
 * @param entityType one of {@link #WORDS}
 * @param requestedBy who asked for it
 */
record RunRequest(String accountId, String entityType, String requestedBy, SyncRequest wish) {

  static final String ALL = "all";
  static final String WORDS = "restaurants|stores|suppliers|invoices|all";

  /** In the order in which they are done. */
  String[] entities() {
    return ALL.equals(entityType)
        ? Arrays.stream(Entity.values()).map(Entity::word).toArray(String[]::new)
        : new String[] {entityType};
  }

  boolean hasInvoices() {
    return List.of(entities()).contains(Entity.INVOICES.word());
  }

  LocalDate from() {
    return wish.from();
  }

  LocalDate to() {
    return wish.to();
  }
}
