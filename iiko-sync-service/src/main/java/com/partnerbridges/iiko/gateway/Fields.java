package com.partnerbridges.iiko.gateway;

import com.partnerbridges.shared.partner.PartnerText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The fields of one record, as text. What is wrong with it is told when it is read. */
final class Fields {

  /** In characters. */
  static final int LONGEST = 64 * 1024;

  static final int MOST_ITEMS = 20_000;

  /** Characters of a record with all its items. */
  static final int MOST_TEXT = 8 * 1024 * 1024;

  private static final int LONGEST_ID = 200;

  private final Map<String, String> values = new HashMap<>();
  private final List<Object> items = new ArrayList<>();
  private final ZoneId zone;
  private String fault;
  private int size;

  /**
   * @param zone what moments with an offset are told in
   */
  Fields(ZoneId zone) {
    this.zone = zone;
  }

  /** A field that comes twice keeps what came first. */
  void put(String name, String value) {
    String text = value.strip();
    if (!text.isEmpty() && values.putIfAbsent(name, text) == null) {
      grow(text.length());
    }
  }

  void tooLong(String name) {
    fault(name + " is longer than 64 KiB");
  }

  void fault(String reason) {
    fault = fault == null ? reason : fault;
    items.clear();
  }

  void addItem(Shape<?> shape, Fields item) {
    if (fault != null) {
      return;
    }
    if (items.size() == MOST_ITEMS) {
      fault("it has more than " + MOST_ITEMS + " items");
      return;
    }
    try {
      items.add(item.as(shape));
      grow(item.size);
    } catch (Unreadable broken) {
      fault("item " + (items.size() + 1) + ": " + broken.getMessage());
    }
  }

  <T> T as(Shape<T> shape) throws Unreadable {
    if (fault != null) {
      throw new Unreadable(fault);
    }
    return shape.reading().read(this);
  }

  /** For whoever is told that the record cannot be read; null when it has none. */
  String idOrNull() {
    String id = text("id");
    return id == null || id.length() > LONGEST_ID ? null : PartnerText.line(id);
  }

  String id() throws Unreadable {
    String id = text("id");
    if (id == null) {
      throw new Unreadable("it has no id");
    }
    if (id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      throw new Unreadable("its id is none");
    }
    return id;
  }

  /** The first of the names that is there, or null. */
  String text(String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  BigDecimal decimal(String name) throws Unreadable {
    return read(name, Values::decimal, "no number");
  }

  Integer integer(String name) throws Unreadable {
    return read(name, text -> Values.decimal(text).intValueExact(), "no whole number");
  }

  Boolean flag(String name) throws Unreadable {
    return read(name, Values::flag, "neither true nor false");
  }

  LocalDateTime moment(String... names) throws Unreadable {
    for (String name : names) {
      if (values.containsKey(name)) {
        return read(name, text -> Values.moment(text, zone), "no date");
      }
    }
    return null;
  }

  LocalDate day(String... names) throws Unreadable {
    LocalDateTime moment = moment(names);
    return moment == null ? null : moment.toLocalDate();
  }

  @SuppressWarnings("unchecked")
  <T> List<T> items(Shape<T> shape) {
    return (List<T>) List.copyOf(items);
  }

  private void grow(int more) {
    size += more;
    if (size > MOST_TEXT) {
      fault("it has more than 8 MiB of text");
    }
  }

  /** Its value is not told: it may be anything. */
  private <T> T read(String name, Function<String, T> reading, String none) throws Unreadable {
    String text = values.get(name);
    try {
      return text == null ? null : reading.apply(text);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
      throw new Unreadable(name + " is " + none);
    }
  }
}
