package com.partnerbridges.iiko.gateway;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An incoming invoice. All but the id may be null.
 *
 * @param total what the server says; null with the XML source, which has none
 * @param departmentId null with the XML source
 */
public record Invoice(
    String id,
    String number,
    String incomingNumber,
    String invoiceNumber,
    String status,
    LocalDateTime datedAt,
    LocalDate incomingDay,
    LocalDate dueDay,
    String supplierId,
    String storeId,
    String departmentId,
    String currency,
    String comment,
    BigDecimal total,
    List<Item> items) {

  /** A line; sums are the server's own and never recomputed. */
  public record Item(
      Integer num,
      String productId,
      String productArticle,
      String name,
      String storeId,
      BigDecimal amount,
      String unit,
      BigDecimal price,
      BigDecimal priceWithoutVat,
      BigDecimal sum,
      BigDecimal vatPercent,
      BigDecimal vatSum,
      BigDecimal discountSum,
      Boolean additionalExpense) {}
}
