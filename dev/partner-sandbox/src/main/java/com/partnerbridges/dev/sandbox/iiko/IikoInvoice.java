package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An incoming invoice. All values are text, so that they can be wrong; a null is not written.
 *
 * @param dateIncoming local date and time; the list's period is about it
 * @param status {@code NEW}, {@code PROCESSED} or {@code DELETED}
 */
public record IikoInvoice(
    String id,
    String documentNumber,
    String dateIncoming,
    String incomingDate,
    String dueDate,
    String supplier,
    String defaultStore,
    String invoice,
    String incomingDocumentNumber,
    String comment,
    String status,
    List<IikoItem> items) {
  private static final int DATE_LENGTH = 10;

  public IikoInvoice with(String field, Object content) {
    return Json.with(this, field, content);
  }

  public IikoInvoice withStatus(String other) {
    return with("status", other);
  }

  /** A document whose date nobody can read is in every period. */
  boolean isWithin(LocalDate from, LocalDate to) {
    if (dateIncoming == null || dateIncoming.length() < DATE_LENGTH) {
      return true;
    }
    String day = dateIncoming.substring(0, DATE_LENGTH);
    return day.compareTo(from.toString()) >= 0 && day.compareTo(to.toString()) <= 0
        || !day.matches("\\d{4}-\\d{2}-\\d{2}");
  }

  /**
   * The order of the elements, and what two of them are called, differ from document to document.
   */
  String xml() {
    int variant = Math.floorMod(Objects.hashCode(id), 12);
    List<Map.Entry<String, String>> leaves = leaves();
    Collections.rotate(leaves, variant);
    Xml xml = new Xml().open("document");
    leaves
        .subList(0, variant % leaves.size())
        .forEach(one -> xml.leaf(one.getKey(), one.getValue()));
    if (items != null) {
      xml.open("items");
      items.forEach(item -> item.write(xml, variant % 3 == 0 ? "Id" : ""));
      xml.close("items");
    }
    leaves
        .subList(variant % leaves.size(), leaves.size())
        .forEach(one -> xml.leaf(one.getKey(), one.getValue()));
    return xml.close("document").toString();
  }

  private List<Map.Entry<String, String>> leaves() {
    List<Map.Entry<String, String>> leaves = new ArrayList<>();
    add(leaves, "id", id);
    add(leaves, "transportInvoiceNumber", "");
    add(leaves, "incomingDate", incomingDate);
    add(leaves, "dueDate", dueDate);
    add(leaves, "supplier", supplier);
    add(leaves, "defaultStore", defaultStore);
    add(leaves, "invoice", invoice);
    add(leaves, "dateIncoming", dateIncoming);
    add(leaves, "documentNumber", documentNumber);
    add(leaves, "incomingDocumentNumber", incomingDocumentNumber);
    add(leaves, "comment", comment);
    add(leaves, "status", status);
    return leaves;
  }

  private static void add(List<Map.Entry<String, String>> leaves, String tag, String value) {
    if (value != null) {
      leaves.add(Map.entry(tag, value));
    }
  }
}
