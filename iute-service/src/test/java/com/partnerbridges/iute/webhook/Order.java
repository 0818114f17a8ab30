package com.partnerbridges.iute.webhook;

import java.math.BigDecimal;

/** A payment as it stands before any webhook. */
record Order(String id, BigDecimal amount, String status) {}
