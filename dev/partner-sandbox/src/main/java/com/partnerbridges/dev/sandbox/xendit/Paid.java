package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.Delivery;
import java.util.List;

/** What a payment made of a code, and how the webhooks about it were received. */
public record Paid(String paymentId, XenditCode code, List<Delivery> deliveries) {}
