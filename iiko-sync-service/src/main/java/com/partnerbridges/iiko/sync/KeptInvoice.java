package com.partnerbridges.iiko.sync;

import com.partnerbridges.iiko.gateway.Invoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * An invoice as it is stored.
 *
 * @param listedOn null when its own day is none of those that were asked for: then nobody can say
 *     where it would be missed
 * @param total what the server says, else the sum of the items' sums; null when none has one
 */
record KeptInvoice(Invoice invoice, LocalDate listedOn, BigDecimal total) {

  static KeptInvoice of(Invoice it, Piece piece) {
    LocalDate day = it.datedAt() == null ? null : it.datedAt().toLocalDate();
    boolean asked = day != null && !day.isBefore(piece.from()) && !day.isAfter(piece.to());
    return new KeptInvoice(fit(it), asked ? day : null, Fit.number("its total", total(it)));
  }

  private static BigDecimal total(Invoice it) {
    if (it.total() != null || it.items().isEmpty()) {
      return it.total() == null ? BigDecimal.ZERO : it.total();
    }
    return it.items().stream()
        .map(Invoice.Item::sum)
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  /** Its own, else the one that all its items name. */
  private static String store(Invoice it) {
    List<String> ofItems =
        it.items().stream().map(Invoice.Item::storeId).filter(Objects::nonNull).distinct().toList();
    return it.storeId() == null && ofItems.size() == 1 ? ofItems.get(0) : it.storeId();
  }

  private static Invoice fit(Invoice it) {
    List<Invoice.Item> items = it.items().stream().map(KeptInvoice::fit).toList();
    return new Invoice(
        Fit.id("its id", it.id()),
        Fit.words("its number", it.number()),
        Fit.words("its incoming number", it.incomingNumber()),
        Fit.words("its invoice number", it.invoiceNumber()),
        Fit.words("its status", it.status()),
        Fit.time("its date", it.datedAt()),
        Fit.day("its incoming date", it.incomingDay()),
        Fit.day("its due date", it.dueDay()),
        Fit.id("its supplier's id", it.supplierId()),
        Fit.id("its store's id", store(it)),
        Fit.id("its department's id", it.departmentId()),
        Fit.words("its currency", it.currency()),
        Fit.comment("its comment", it.comment()),
        it.total(),
        items);
  }

  private static Invoice.Item fit(Invoice.Item it) {
    return new Invoice.Item(
        it.num(),
        Fit.id("an item's product id", it.productId()),
        Fit.words("an item's article", it.productArticle()),
        Fit.words("an item's name", it.name()),
        Fit.id("an item's store id", it.storeId()),
        Fit.number("an item's amount", it.amount()),
        Fit.words("an item's unit", it.unit()),
        Fit.number("an item's price", it.price()),
        Fit.number("an item's price without VAT", it.priceWithoutVat()),
        Fit.number("an item's sum", it.sum()),
        Fit.number("an item's VAT percent", it.vatPercent()),
        Fit.number("an item's VAT sum", it.vatSum()),
        Fit.number("an item's discount", it.discountSum()),
        it.additionalExpense());
  }
}
