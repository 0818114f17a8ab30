package com.partnerbridges.utopia.order;

import java.util.regex.Pattern;

/** UTOPIA's reference of an order, such as {@code UIA202511-038109}. */
public final class Orderref {

  /** What it may look like; the table has the same rule. */
  public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private Orderref() {}

  public static boolean isOne(String text) {
    return PATTERN.matcher(text).matches();
  }
}
