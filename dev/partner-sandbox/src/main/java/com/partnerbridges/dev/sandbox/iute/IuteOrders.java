package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.BoundedMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Every order that was created, the oldest ones forgotten first. */
final class IuteOrders {
  static final int KEPT = 200_000;

  private final BoundedMap<String, IuteOrder> orders = new BoundedMap<>(KEPT);

  Optional<IuteOrder> find(String orderId) {
    return Optional.ofNullable(orders.get(orderId));
  }

  IuteOrder get(String orderId) {
    return find(orderId).orElseThrow(() -> new NoSuchElementException("No order " + orderId));
  }

  /** Creates the order, or updates the one with its id. */
  IuteOrder post(IuteOrder posted) {
    return orders.merge(posted.orderId(), posted, IuteOrder::updatedBy);
  }

  /** Moves an order on; one that is paid or cancelled stays what it is. */
  IuteOrder move(String orderId, IuteStatus status, boolean spaced) {
    IuteOrder order = get(orderId);
    IuteOrder moved = order.status().terminal() ? order : order.in(status, spaced);
    orders.put(orderId, moved);
    return moved;
  }

  List<IuteOrder> newest(int limit) {
    return orders.newest(limit);
  }

  int size() {
    return orders.size();
  }

  void clear() {
    orders.clear();
  }
}
