package com.partnerbridges.dev.sandbox.iute;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order as Iute has it.
 *
 * @param posts how often it was posted
 * @param spaced write {@code IN PROGRESS} instead of {@code IN_PROGRESS}; both were seen
 */
public record IuteOrder(
    String orderId,
    IuteStatus status,
    String phone,
    BigDecimal totalAmount,
    String currency,
    String posIdentifier,
    String salesmanIdentifier,
    String confirmationUrl,
    String cancelUrl,
    Instant createdAt,
    Instant updatedAt,
    int posts,
    boolean spaced) {

  String statusText() {
    return spaced ? status.name().replace('_', ' ') : status.name();
  }

  IuteOrder in(IuteStatus newStatus, boolean writtenWithSpace) {
    return new IuteOrder(
        orderId,
        newStatus,
        phone,
        totalAmount,
        currency,
        posIdentifier,
        salesmanIdentifier,
        confirmationUrl,
        cancelUrl,
        createdAt,
        Instant.now(),
        posts,
        writtenWithSpace);
  }

  /** This order, posted again with the fields of another. */
  IuteOrder updatedBy(IuteOrder newer) {
    IuteOrder from = status.terminal() ? this : newer;
    return new IuteOrder(
        orderId,
        status,
        from.phone,
        from.totalAmount,
        from.currency,
        from.posIdentifier,
        from.salesmanIdentifier,
        from.confirmationUrl,
        from.cancelUrl,
        createdAt,
        newer.updatedAt,
        posts + 1,
        spaced);
  }
}
