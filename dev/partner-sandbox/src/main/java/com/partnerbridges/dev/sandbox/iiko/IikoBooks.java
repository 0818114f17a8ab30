package com.partnerbridges.dev.sandbox.iiko;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a server knows. Records have a key of their own, so that one may come without an id and two
 * with the same.
 */
final class IikoBooks {
  private final Map<String, CorporateItem> departments = new LinkedHashMap<>();
  private final Map<String, CorporateItem> stores = new LinkedHashMap<>();
  private final Map<String, IikoSupplier> suppliers = new LinkedHashMap<>();
  private final Map<String, IikoInvoice> invoices = new LinkedHashMap<>();
  private BulkRecords bulk = new BulkRecords(IikoBulk.NONE, List.of(), List.of());

  Map<String, CorporateItem> departments() {
    return departments;
  }

  Map<String, CorporateItem> stores() {
    return stores;
  }

  Map<String, IikoSupplier> suppliers() {
    return suppliers;
  }

  Map<String, IikoInvoice> invoices() {
    return invoices;
  }

  IikoBulk bulk() {
    return bulk.bulk();
  }

  /**
   * @param wanted with dates
   */
  void bulk(IikoBulk wanted) {
    bulk =
        new BulkRecords(
            wanted,
            suppliers.values().stream().map(IikoSupplier::id).filter(Objects::nonNull).toList(),
            stores.values().stream().map(CorporateItem::id).filter(Objects::nonNull).toList());
  }

  /** The whole hierarchy, down to the stores. */
  Stream<CorporateItem> hierarchy() {
    return Stream.concat(snapshot(departments), snapshot(stores));
  }

  Stream<CorporateItem> allStores() {
    return snapshot(stores);
  }

  Stream<IikoSupplier> allSuppliers() {
    return Stream.concat(snapshot(suppliers), bulk.suppliers());
  }

  Stream<IikoInvoice> invoices(LocalDate from, LocalDate to) {
    return Stream.concat(
        snapshot(invoices).filter(invoice -> invoice.isWithin(from, to)), bulk.invoices(from, to));
  }

  /** The department that each store belongs to; none for the store of a factory. */
  Map<String, String> departmentByStore() {
    Map<String, CorporateItem> byId = new HashMap<>();
    hierarchy().forEach(item -> byId.put(item.id(), item));
    Map<String, String> departments = new HashMap<>();
    for (CorporateItem store : stores.values()) {
      CorporateItem item = store;
      for (int steps = 0; item != null && steps < byId.size(); steps++) {
        if (CorporateItem.DEPARTMENT.equals(item.type())) {
          departments.put(store.id(), item.id());
          break;
        }
        item = byId.get(item.parentId());
      }
    }
    return departments;
  }

  void clear() {
    departments.clear();
    stores.clear();
    suppliers.clear();
    invoices.clear();
    bulk(IikoBulk.NONE);
  }

  /** What is being sent does not change under way. */
  private static <T> Stream<T> snapshot(Map<String, T> records) {
    return List.copyOf(records.values()).stream();
  }
}
