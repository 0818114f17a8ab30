package com.partnerbridges.iiko.gateway;

import java.util.Set;

/** The records that are read, by the names that iiko has for their fields. */
final class Shapes {

  static final Shape<CorporateItem> CORPORATE_ITEM =
      Shape.of(
          Set.of(
              "id",
              "parentId",
              "code",
              "name",
              "type",
              "taxpayerIdNumber",
              "jurPersonAdditionalPropertiesDto/taxpayerId"),
          null,
          fields ->
              new CorporateItem(
                  fields.id(),
                  fields.text("parentId"),
                  fields.text("code"),
                  fields.text("name"),
                  fields.text("type"),
                  fields.text("taxpayerIdNumber", "jurPersonAdditionalPropertiesDto/taxpayerId")));

  /** An item has a flag called {@code employee}, as the item itself; it is not needed. */
  static final Shape<Supplier> SUPPLIER =
      Shape.of(
          Set.of("id", "code", "name", "taxpayerIdNumber", "deleted"),
          null,
          fields ->
              new Supplier(
                  fields.id(),
                  fields.text("code"),
                  fields.text("name"),
                  fields.text("taxpayerIdNumber"),
                  Boolean.TRUE.equals(fields.flag("deleted"))));

  private static final Shape<Invoice.Item> ITEM =
      Shape.of(
          Set.of(
              "num",
              "product",
              "productId",
              "productArticle",
              "name",
              "store",
              "storeId",
              "amount",
              "amountUnit",
              "measureUnit",
              "price",
              "priceWithoutVat",
              "sum",
              "vatPercent",
              "vatSum",
              "discountSum",
              "isAdditionalExpense"),
          null,
          Shapes::item);

  /** Of both sources: their names do not contradict each other. */
  static final Shape<Invoice> INVOICE =
      Shape.of(
          Set.of(
              "id",
              "documentNumber",
              "number",
              "incomingDocumentNumber",
              "invoice",
              "status",
              "dateIncoming",
              "dateTime",
              "date",
              "incomingDate",
              "dueDate",
              "supplier",
              "supplierId",
              "defaultStore",
              "storeId",
              "departmentId",
              "currency",
              "comment",
              "sum"),
          ITEM,
          Shapes::invoice);

  private Shapes() {}

  private static Invoice invoice(Fields fields) throws Unreadable {
    return new Invoice(
        fields.id(),
        fields.text("documentNumber", "number"),
        fields.text("incomingDocumentNumber"),
        fields.text("invoice"),
        fields.text("status"),
        fields.moment("dateIncoming", "dateTime", "date"),
        fields.day("incomingDate"),
        fields.day("dueDate"),
        fields.text("supplier", "supplierId"),
        fields.text("defaultStore", "storeId"),
        fields.text("departmentId"),
        fields.text("currency"),
        fields.text("comment"),
        fields.decimal("sum"),
        fields.items(ITEM));
  }

  private static Invoice.Item item(Fields fields) throws Unreadable {
    return new Invoice.Item(
        fields.integer("num"),
        fields.text("product", "productId"),
        fields.text("productArticle"),
        fields.text("name"),
        fields.text("store", "storeId"),
        fields.decimal("amount"),
        fields.text("amountUnit", "measureUnit"),
        fields.decimal("price"),
        fields.decimal("priceWithoutVat"),
        fields.decimal("sum"),
        fields.decimal("vatPercent"),
        fields.decimal("vatSum"),
        fields.decimal("discountSum"),
        fields.flag("isAdditionalExpense"));
  }
}
