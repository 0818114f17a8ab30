package com.partnerbridges.iiko.data;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of an invoice. The sum is iiko's, which need not be price times amount. */
@Schema(name = "InvoiceItem")
@JsonNaming(SnakeCaseStrategy.class)
record InvoiceItemView(
    int position,
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
    Boolean additionalExpense) {

  /** Their names begin with {@code item_}: the invoice has some of the same. */
  static final String COLUMNS =
      """
      i.position as item_position, i.num as item_num, i.product_id as item_product_id,
      i.product_article as item_product_article, i.name as item_name, i.store_id as item_store_id,
      i.amount as item_amount, i.unit as item_unit, i.price as item_price,
      i.price_without_vat as item_price_without_vat, i.sum as item_sum,
      i.vat_percent as item_vat_percent, i.vat_sum as item_vat_sum,
      i.discount_sum as item_discount_sum, i.additional_expense as item_additional_expense""";

  static InvoiceItemView of(Row row) {
    return new InvoiceItemView(
        row.getInteger("item_position"),
        row.getInteger("item_num"),
        row.getString("item_product_id"),
        row.getString("item_product_article"),
        row.getString("item_name"),
        row.getString("item_store_id"),
        row.getBigDecimal("item_amount"),
        row.getString("item_unit"),
        row.getBigDecimal("item_price"),
        row.getBigDecimal("item_price_without_vat"),
        row.getBigDecimal("item_sum"),
        row.getBigDecimal("item_vat_percent"),
        row.getBigDecimal("item_vat_sum"),
        row.getBigDecimal("item_discount_sum"),
        row.getBoolean("item_additional_expense"));
  }
}
