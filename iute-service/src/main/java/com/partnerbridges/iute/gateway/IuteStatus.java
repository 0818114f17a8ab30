package com.partnerbridges.iute.gateway;

import java.util.Optional;

/** Iute's own words for an order's status. */
public enum IuteStatus {
  PENDING,
  IN_PROGRESS,
  PAID,
  CANCELLED;

  /** Reads Iute's text; {@code IN PROGRESS} occurs too. */
  static Optional<IuteStatus> read(String text) {
    return switch (text.strip().toUpperCase(java.util.Locale.ROOT).replace(' ', '_')) {
      case "PENDING" -> Optional.of(PENDING);
      case "IN_PROGRESS" -> Optional.of(IN_PROGRESS);
      case "PAID" -> Optional.of(PAID);
      case "CANCELLED" -> Optional.of(CANCELLED);
      default -> Optional.empty();
    };
  }
}
