package com.partnerbridges.dev.sandbox.iiko;

import java.time.LocalDate;

/**
 * Records that are made up while they are sent, the same each time.
 *
 * @param documents invoices besides the others
 * @param itemsPerDocument lines of each; about 0.5 KB of XML
 * @param suppliers suppliers besides the others; about 0.8 KB of XML each
 * @param changed number of invoices that have another comment and another first sum
 * @param seed another one makes other records
 * @param from date of the first invoice; null = 30 days ago
 * @param to date of the last invoice; null = today
 */
public record IikoBulk(
    int documents,
    int itemsPerDocument,
    int suppliers,
    int changed,
    long seed,
    LocalDate from,
    LocalDate to) {
  static final IikoBulk NONE = new IikoBulk(0, 0, 0, 0, 0, LocalDate.EPOCH, LocalDate.EPOCH);
  private static final int MOST = 10_000_000;
  private static final int MOST_ITEMS = 10_000;
  private static final int USUAL_DAYS = 30;

  public IikoBulk {
    require(documents >= 0 && documents <= MOST, "documents must be 0 to " + MOST);
    require(suppliers >= 0 && suppliers <= MOST, "suppliers must be 0 to " + MOST);
    require(changed >= 0 && changed <= documents, "changed must be 0 to documents");
    require(
        itemsPerDocument >= 0 && itemsPerDocument <= MOST_ITEMS,
        "itemsPerDocument must be 0 to " + MOST_ITEMS);
    require(from == null || to == null || !to.isBefore(from), "to must not be before from");
  }

  public static IikoBulk invoices(int documents, int itemsPerDocument) {
    return new IikoBulk(documents, itemsPerDocument, 0, 0, 1, null, null);
  }

  public static IikoBulk suppliers(int suppliers) {
    return new IikoBulk(0, 0, suppliers, 0, 1, null, null);
  }

  public IikoBulk between(LocalDate first, LocalDate last) {
    return new IikoBulk(documents, itemsPerDocument, suppliers, changed, seed, first, last);
  }

  public IikoBulk withChanged(int invoices) {
    return new IikoBulk(documents, itemsPerDocument, suppliers, invoices, seed, from, to);
  }

  IikoBulk asOf(LocalDate today) {
    LocalDate last = to == null ? today : to;
    return between(from == null ? last.minusDays(USUAL_DAYS) : from, last);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
