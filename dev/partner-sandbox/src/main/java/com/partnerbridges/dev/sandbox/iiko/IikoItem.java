package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Json;

/** A line of an invoice. All values are text, so that they can be wrong; a null is not written. */
public record IikoItem(
    String num,
    String product,
    String productArticle,
    String store,
    String amount,
    String amountUnit,
    String price,
    String priceWithoutVat,
    String sum,
    String vatPercent,
    String vatSum,
    String discountSum,
    String isAdditionalExpense) {

  public IikoItem with(String field, Object content) {
    return Json.with(this, field, content);
  }

  /**
   * @param idSuffix what this server writes behind {@code product} and {@code store}
   */
  void write(Xml xml, String idSuffix) {
    xml.open("item")
        .leaf("isAdditionalExpense", isAdditionalExpense)
        .leaf("actualAmount", amount)
        .leaf("price", price)
        .leaf("priceWithoutVat", priceWithoutVat)
        .leaf("sum", sum)
        .leaf("vatPercent", vatPercent)
        .leaf("vatSum", vatSum)
        .leaf("discountSum", discountSum)
        .leaf("amountUnit", amountUnit)
        .leaf("num", num)
        .leaf("productArticle", productArticle)
        .leaf("product" + idSuffix, product)
        .leaf("amount", amount)
        .leaf("store" + idSuffix, store)
        .close("item");
  }
}
