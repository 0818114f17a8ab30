package com.partnerbridges.iiko.data;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice with its lines. */
@Schema(
    name = "InvoiceDetail",
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
         "comment": null, "total": 228.15, "item_count": 1,
         "items": [{"position": 0, "num": 1, "product_id": "p-1", "product_article": null, "name": null, "store_id": "s-1", "amount": 6, "unit": "kg", "price": 38.03, "price_without_vat": null, "sum": 228.15, "vat_percent": null, "vat_sum": null, "discount_sum": null, "additional_expense": false}]}""")
record InvoiceDetailView(@JsonUnwrapped InvoiceView invoice, List<InvoiceItemView> items) {}
