package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Observed;
import com.partnerbridges.dev.sandbox.room.Traffic;
import java.time.LocalDate;

/** One account's server, with its own users, slots, data, faults and time. */
final class IikoTenant implements Observed {
  private final String name;
  private final Traffic traffic;
  private final IikoClock clock = new IikoClock();
  private final IikoBooks books = new IikoBooks();
  private final Requests requests = new Requests();
  private IikoSessions sessions;
  private IikoSettings settings;
  private Chain chain;

  IikoTenant(String name, Traffic traffic) {
    this.name = name;
    this.traffic = traffic;
    begin();
  }

  String name() {
    return name;
  }

  @Override
  public Traffic traffic() {
    return traffic;
  }

  IikoClock clock() {
    return clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  IikoBooks books() {
    return books;
  }

  Requests requests() {
    return requests;
  }

  IikoSessions sessions() {
    return sessions;
  }

  IikoSettings settings() {
    return settings;
  }

  void change(IikoSettings change) {
    settings = settings.changedBy(change);
  }

  /** One more invoice of today. */
  IikoInvoice invoiceNow() {
    IikoInvoice invoice = chain.nextInvoice(today());
    books.invoices().put(invoice.id(), invoice);
    return invoice;
  }

  IikoUse use() {
    return sessions.use(requests);
  }

  void restart() {
    sessions.restart();
    requests.hangUp();
  }

  @Override
  public void reset() {
    traffic.reset();
    requests.reset();
    clock.reset();
    books.clear();
    begin();
  }

  private void begin() {
    sessions = new IikoSessions(clock);
    settings = IikoSettings.USUAL;
    chain = new Chain(name);
    chain.fill(books, today());
  }
}
