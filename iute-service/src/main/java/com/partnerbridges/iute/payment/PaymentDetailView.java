package com.partnerbridges.iute.payment;

import java.util.List;

/** All that is known of one payment. */
public record PaymentDetailView(
    PaymentView payment, List<HistoryEntry> history, List<DeliveryView> deliveries) {}
