package com.partnerbridges.iiko.sync;

import com.partnerbridges.iiko.gateway.Invoice;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Invoices, each with its items, which are stored anew when anything about it has changed. */
final class Invoices implements Kept<Invoice, KeptInvoice> {

  /** A line of an invoice, and where it stands. */
  private record Line(String invoiceId, int position, Invoice.Item item) {}

  private static final Columns<KeptInvoice> HEADER =
      new Columns<KeptInvoice>()
          .with("iiko_id", "text", it -> it.invoice().id())
          .with("number", "text", it -> it.invoice().number())
          .with("incoming_number", "text", it -> it.invoice().incomingNumber())
          .with("invoice_number", "text", it -> it.invoice().invoiceNumber())
          .with("status", "text", it -> it.invoice().status())
          .with("dated_at", "timestamp", it -> it.invoice().datedAt())
          .with("incoming_day", "date", it -> it.invoice().incomingDay())
          .with("due_day", "date", it -> it.invoice().dueDay())
          .with("listed_on", "date", KeptInvoice::listedOn)
          .with("supplier_id", "text", it -> it.invoice().supplierId())
          .with("store_id", "text", it -> it.invoice().storeId())
          .with("department_id", "text", it -> it.invoice().departmentId())
          .with("currency", "text", it -> it.invoice().currency())
          .with("comment", "text", it -> it.invoice().comment())
          .with("total", "numeric", KeptInvoice::total)
          .with("item_count", "integer", it -> it.invoice().items().size());

  private static final Columns<Line> ITEM =
      new Columns<Line>()
          .with("invoice_id", "text", Line::invoiceId)
          .with("position", "integer", Line::position)
          .with("num", "integer", it -> it.item().num())
          .with("product_id", "text", it -> it.item().productId())
          .with("product_article", "text", it -> it.item().productArticle())
          .with("name", "text", it -> it.item().name())
          .with("store_id", "text", it -> it.item().storeId())
          .with("amount", "numeric", it -> it.item().amount())
          .with("unit", "text", it -> it.item().unit())
          .with("price", "numeric", it -> it.item().price())
          .with("price_without_vat", "numeric", it -> it.item().priceWithoutVat())
          .with("sum", "numeric", it -> it.item().sum())
          .with("vat_percent", "numeric", it -> it.item().vatPercent())
          .with("vat_sum", "numeric", it -> it.item().vatSum())
          .with("discount_sum", "numeric", it -> it.item().discountSum())
          .with("additional_expense", "boolean", it -> it.item().additionalExpense());

  private static final int FIRST = 3;

  private static final String UPSERT =
      """
      with {counted}, given as (select * from %s),
      header as (
        insert into invoice (account_id, %s, content_hash, changed_at)
        select $1, %s, decode(g.hash, 'hex'), $2 from given g
        on conflict (account_id, iiko_id) do update set
          %s, content_hash = excluded.content_hash, changed_at = excluded.changed_at,
          gone_at = null, sync_error = null
      ), fewer as (
        delete from invoice_item i using given g
        where i.account_id = $1 and i.invoice_id = g.iiko_id
          and i.position >= g.item_count::integer
      )
      insert into invoice_item (account_id, %s)
      select $1, %s from %s
      on conflict (account_id, invoice_id, position) do update set %s"""
          .formatted(
              HEADER.givenMarked(FIRST),
              HEADER.names(),
              HEADER.cast(),
              HEADER.set(),
              ITEM.names(),
              ITEM.cast(),
              ITEM.given(FIRST + HEADER.count() + 1),
              ITEM.set());

  @Override
  public Target target() {
    return Target.INVOICES;
  }

  @Override
  public String idOf(Invoice record) {
    return record.id();
  }

  @Override
  public KeptInvoice fit(Invoice record, Piece piece) {
    return KeptInvoice.of(record, piece);
  }

  @Override
  public String hash(KeptInvoice record) {
    ContentHash hash = new ContentHash();
    HEADER.digest(hash, record);
    lines(record).forEach(line -> ITEM.digest(hash, line));
    return hash.hex();
  }

  @Override
  public int rows(KeptInvoice record) {
    return 1 + record.invoice().items().size();
  }

  @Override
  public String upsert() {
    return UPSERT;
  }

  @Override
  public void bind(Tuple arguments, List<Marked<KeptInvoice>> records) {
    HEADER.bindMarked(arguments, records);
    ITEM.bind(arguments, records.stream().flatMap(it -> lines(it.record()).stream()).toList());
  }

  private static List<Line> lines(KeptInvoice invoice) {
    List<Invoice.Item> items = invoice.invoice().items();
    List<Line> lines = new ArrayList<>(items.size());
    for (int position = 0; position < items.size(); position++) {
      lines.add(new Line(invoice.invoice().id(), position, items.get(position)));
    }
    return lines;
  }
}
