package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.Delivery;
import java.util.List;

/** What an order has become, and how the webhooks about it were received. */
public record Told(IuteOrder order, List<Delivery> deliveries) {}
