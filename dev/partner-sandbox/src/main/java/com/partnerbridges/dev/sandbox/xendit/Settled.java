package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.Delivery;
import java.util.List;

/** How a refund ended, and how the webhook about it was received. */
public record Settled(XenditRefund refund, List<Delivery> deliveries) {}
