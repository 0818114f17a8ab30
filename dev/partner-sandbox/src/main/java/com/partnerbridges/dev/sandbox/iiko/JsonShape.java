package com.partnerbridges.dev.sandbox.iiko;

/** How the JSON variant puts its invoices. */
public enum JsonShape {
  LIST,
  /** {@code {"items": […]}}. */
  ITEMS
}
