package com.partnerbridges.dev.sandbox.utopia;

import com.partnerbridges.dev.sandbox.room.Delivery;
import java.util.List;

/** A new order, and how the callback about it was received. */
public record Ordered(UtopiaOrder order, List<Delivery> deliveries) {}
