package com.partnerbridges.dev.sandbox.iiko;

/** A server at a glance; a bulk is not counted among its records. */
record IikoSummary(
    String tenant,
    int departments,
    int stores,
    int suppliers,
    int invoices,
    IikoBulk bulk,
    int slots,
    IikoUse use) {

  static IikoSummary of(IikoTenant tenant) {
    IikoBooks books = tenant.books();
    return new IikoSummary(
        tenant.name(),
        books.departments().size(),
        books.stores().size(),
        books.suppliers().size(),
        books.invoices().size(),
        books.bulk(),
        tenant.settings().slots(),
        tenant.use());
  }
}
