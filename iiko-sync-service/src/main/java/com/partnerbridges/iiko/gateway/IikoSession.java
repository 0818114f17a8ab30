package com.partnerbridges.iiko.gateway;

import java.time.LocalDate;

public interface IikoSession extends AutoCloseable {

  void departments(RecordSink<CorporateItem> sink);

  void stores(RecordSink<CorporateItem> sink);

  void suppliers(RecordSink<Supplier> sink);

  void suppliersNamed(String name, RecordSink<Supplier> sink);

  void invoices(LocalDate from, LocalDate to, RecordSink<Invoice> sink);

  @Override
  void close();
}
