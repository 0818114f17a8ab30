package com.partnerbridges.iiko.data;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An incoming invoice. Dates are the account's own; numbers are exactly iiko's. */
@Schema(
    name = "Invoice",
    examples =
        """
        {"iiko_id": "2d8b4c11-9f0e-4c0e-a2a5-4b1f3f6f0a01",
         "iiko_sync_status": "synced", "iiko_last_synced_at": "2026-01-31T08:15:00Z",
         "iiko_sync_error": null, "gone_at": null, "number": "N-17",
         "incoming_number": "A-90", "invoice_number": null, "status": "PROCESSED",
         "listed_on": "2026-01-30", "dated_at": "2026-01-30T12:30:00",
         "incoming_day": "2026-01-30", "due_day": null, "supplier_id": "u-1",
         "supplier_name": "Fish & Co", "store_id": "s-1", "store_name": "Cellar",
         "restaurant_id": "d-1", "restaurant_name": "The Harbour", "currency": null,
         "comment": null, "total": 228.15, "item_count": 1}""")
@JsonNaming(SnakeCaseStrategy.class)
record InvoiceView(
    @JsonUnwrapped SyncState sync,
    String number,
    String incomingNumber,
    String invoiceNumber,
    @Schema(description = "NEW, PROCESSED or DELETED") String status,
    @Schema(description = "The day that iiko lists it under") LocalDate listedOn,
    LocalDateTime datedAt,
    LocalDate incomingDay,
    LocalDate dueDay,
    String supplierId,
    String supplierName,
    String storeId,
    String storeName,
    String restaurantId,
    String restaurantName,
    String currency,
    String comment,
    @Schema(description = "The sum of the items' sums, unless iiko tells a total") BigDecimal total,
    int itemCount) {

  /** The JSON source names the department; else it is the store's. */
  static final String RESTAURANT = "coalesce(r.department_id, s.restaurant_id)";

  static final Listing<InvoiceView> LISTING =
      new Listing<>(
          "invoice",
          "invoice",
          """
          r.number, r.incoming_number, r.invoice_number, r.status, r.listed_on, r.dated_at,
          r.incoming_day, r.due_day, r.supplier_id, coalesce(u.display_name, u.name)
            as supplier_name,
          r.store_id, coalesce(s.display_name, s.name) as store_name, %s as restaurant_id,
          coalesce(d.display_name, d.name) as restaurant_name, r.currency, r.comment, r.total,
          r.item_count"""
              .formatted(RESTAURANT),
          """
          left join confirmed f on f.account_id = r.account_id and f.entity = 'invoices'
            and f.day = r.listed_on
          left join supplier u on u.account_id = r.account_id and u.iiko_id = r.supplier_id
          left join corporate_item s on s.account_id = r.account_id and s.source = 'S'
            and s.iiko_id = r.store_id
          left join corporate_item d on d.account_id = r.account_id and d.source = 'D'
            and d.iiko_id = %s"""
              .formatted(RESTAURANT),
          "true",
          "concat_ws(E'\\n', r.number, r.incoming_number, r.invoice_number, u.name,"
              + " u.display_name)",
          Listing.Order.NEWEST,
          InvoiceView::of);

  static InvoiceView of(Row row) {
    return new InvoiceView(
        SyncState.of(row),
        row.getString("number"),
        row.getString("incoming_number"),
        row.getString("invoice_number"),
        row.getString("status"),
        row.getLocalDate("listed_on"),
        row.getLocalDateTime("dated_at"),
        row.getLocalDate("incoming_day"),
        row.getLocalDate("due_day"),
        row.getString("supplier_id"),
        row.getString("supplier_name"),
        row.getString("store_id"),
        row.getString("store_name"),
        row.getString("restaurant_id"),
        row.getString("restaurant_name"),
        row.getString("currency"),
        row.getString("comment"),
        row.getBigDecimal("total"),
        row.getInteger("item_count"));
  }
}
