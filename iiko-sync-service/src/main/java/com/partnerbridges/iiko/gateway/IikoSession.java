package com.partnerbridges.iiko.gateway;

import java.time.LocalDate;

/**
 * A licence slot at a server, held until it is closed. Every call blocks until the last record was
 * handed out, and throws {@link IikoTrouble}; a record may have been handed out before. For one
 * thread at a time: the server bears one request at a time only.
 */
public interface IikoSession extends AutoCloseable {

  /** The whole hierarchy. */
  void departments(RecordSink<CorporateItem> sink);

  void stores(RecordSink<CorporateItem> sink);

  void suppliers(RecordSink<Supplier> sink);

  /** Those in whose name the text is. */
  void suppliersNamed(String name, RecordSink<Supplier> sink);

  /** Drafts and deleted ones too; both days are within. */
  void invoices(LocalDate from, LocalDate to, RecordSink<Invoice> sink);

  /** Gives the slot back, also on a thread that is interrupted; never throws. */
  @Override
  void close();
}
