package com.partnerbridges.dev.sandbox.utopia;

import com.partnerbridges.dev.sandbox.room.BoundedMap;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The provider's orders, the oldest ones forgotten first. */
final class UtopiaOrders {
  private static final int KEPT = 20_000;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

  private final BoundedMap<String, UtopiaOrder> orders = new BoundedMap<>(KEPT);

  /** Starts where the month is: a service that kept its data meets no reference again. */
  private int last = placeInMonth();

  void put(UtopiaOrder order) {
    orders.put(order.orderref(), order);
  }

  UtopiaOrder placeNext() {
    String month = YearMonth.now(ZoneOffset.UTC).format(MONTH);
    UtopiaOrder order = UtopiaOrder.usual("UIA%s-%06d".formatted(month, ++last));
    put(order);
    return order;
  }

  Optional<UtopiaOrder> find(String orderref) {
    return Optional.ofNullable(orders.get(orderref));
  }

  UtopiaOrder get(String orderref) {
    return find(orderref).orElseThrow(() -> new NoSuchElementException("No order " + orderref));
  }

  void remove(String orderref) {
    orders.remove(orderref);
  }

  List<UtopiaOrder> newest(int limit) {
    return orders.newest(limit);
  }

  int size() {
    return orders.size();
  }

  /** References go on, so that nobody takes a new order for an old one. */
  void clear() {
    orders.clear();
  }

  /** Six digits, another number every three seconds. */
  private static int placeInMonth() {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    return (now.getDayOfMonth() * 86_400 + now.toLocalTime().toSecondOfDay()) / 3;
  }
}
