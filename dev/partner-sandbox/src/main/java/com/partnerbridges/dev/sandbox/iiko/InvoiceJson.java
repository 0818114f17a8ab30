package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The JSON variant of the invoices. */
final class InvoiceJson {
  private final UnaryOperator<String> departmentOf;

  /**
   * @param departmentOf the department of a store, or null
   */
  InvoiceJson(UnaryOperator<String> departmentOf) {
    this.departmentOf = departmentOf;
  }

  Answer answer(Stream<IikoInvoice> invoices, JsonShape shape, Oddity oddity) {
    String begin = shape == JsonShape.LIST ? "[" : "{\"items\":[";
    String end = shape == JsonShape.LIST ? "]" : "]}";
    Stream<IikoInvoice> kept = oddity == Oddity.EMPTY_ROOT ? Stream.of() : invoices;
    AtomicBoolean first = new AtomicBoolean(true);
    Stream<String> items =
        kept.map(
            one ->
                (first.getAndSet(false) ? "" : ",")
                    + new String(Json.bytes(fields(one)), StandardCharsets.UTF_8));
    Stream<String> texts = Stream.concat(Stream.concat(Stream.of(begin), items), Stream.of(end));
    return Answer.streamed(
        "application/json",
        new EncodedText(
            (oddity == Oddity.EMPTY_BODY ? Stream.<String>of() : texts).iterator(),
            XmlList.charset(oddity)));
  }

  private Map<String, Object> fields(IikoInvoice one) {
    boolean odd = Objects.hashCode(one.id()) % 2 != 0;
    List<IikoItem> items = Objects.requireNonNullElse(one.items(), List.of());
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "id", one.id());
    put(fields, "number", one.documentNumber());
    put(fields, odd ? "date" : "dateTime", odd ? day(one.dateIncoming()) : one.dateIncoming());
    put(fields, "dueDate", day(one.dueDate()));
    put(fields, "supplierId", one.supplier());
    put(fields, "departmentId", departmentOf.apply(one.defaultStore()));
    put(fields, "storeId", one.defaultStore());
    put(fields, "status", one.status());
    put(fields, "sum", total(items));
    put(fields, "currency", "RUB");
    put(fields, "comment", one.comment());
    fields.put("items", items.stream().map(InvoiceJson::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(IikoItem item) {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "productId", item.product());
    put(fields, "name", Chain.productName(item.productArticle()));
    put(fields, "amount", number(item.amount()));
    put(fields, "measureUnit", item.amountUnit());
    put(fields, "price", number(item.price()));
    put(fields, "sum", number(item.sum()));
    put(fields, "vatPercent", number(item.vatPercent()));
    return fields;
  }

  private static Object total(List<IikoItem> items) {
    BigDecimal total = BigDecimal.ZERO;
    for (IikoItem item : items) {
      if (!(number(item.sum()) instanceof BigDecimal sum)) {
        return item.sum();
      }
      total = total.add(sum);
    }
    return total;
  }

  /** As it is when it is none. */
  private static Object number(String text) {
    try {
      return text == null ? null : new BigDecimal(text);
    } catch (NumberFormatException none) {
      return text;
    }
  }

  private static String day(String dateTime) {
    return dateTime == null ? null : dateTime.split("T")[0];
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }
}
