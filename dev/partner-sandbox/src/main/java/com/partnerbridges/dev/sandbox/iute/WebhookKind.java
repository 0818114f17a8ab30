package com.partnerbridges.dev.sandbox.iute;

/** The two events that Iute tells, each to a URL of its own. */
enum WebhookKind {
  CONFIRMATION(IuteStatus.PAID, "Loan was issued"),
  CANCELLATION(IuteStatus.CANCELLED, "Cancelled by the customer");

  private final IuteStatus status;
  private final String description;

  WebhookKind(IuteStatus status, String description) {
    this.status = status;
    this.description = description;
  }

  IuteStatus status() {
    return status;
  }

  String description() {
    return description;
  }

  /** The order's own URL, else the registered one; null when there is neither. */
  String url(IuteOrder order, RegisteredUrls registered) {
    String own = this == CONFIRMATION ? order.confirmationUrl() : order.cancelUrl();
    if (own != null) {
      return own;
    }
    return this == CONFIRMATION ? registered.confirmationUrl() : registered.cancelUrl();
  }
}
