package com.partnerbridges.iiko;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What is synced, in the order in which it must be: invoices name what the others bring. */
public enum Entity {
  RESTAURANTS,
  STORES,
  SUPPLIERS,
  INVOICES;

  /** As it is written in addresses, answers and the database. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
