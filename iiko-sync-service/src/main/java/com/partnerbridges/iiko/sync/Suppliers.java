package com.partnerbridges.iiko.sync;

import com.partnerbridges.iiko.gateway.Supplier;

/** Suppliers. */
final class Suppliers {

  static final Kept<Supplier, Supplier> ALL =
      new ListRecords<>(
          Target.SUPPLIERS,
          "",
          "",
          new Columns<Supplier>()
              .with("iiko_id", "text", Supplier::id)
              .with("code", "text", Supplier::code)
              .with("name", "text", Supplier::name)
              .with("taxpayer_id", "text", Supplier::taxpayerId)
              .with("is_deleted", "boolean", Supplier::deleted),
          Supplier::id,
          Suppliers::fit);

  private Suppliers() {}

  private static Supplier fit(Supplier it) {
    return new Supplier(
        Fit.id("its id", it.id()),
        Fit.words("its code", it.code()),
        Fit.words("its name", it.name()),
        Fit.words("its taxpayer id", it.taxpayerId()),
        it.deleted());
  }
}
