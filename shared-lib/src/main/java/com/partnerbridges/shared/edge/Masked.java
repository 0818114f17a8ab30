package com.partnerbridges.shared.edge;

/**
 * Personal data as a view may show it: recognisable for the one who knows it, useless to others.
 */
public final class Masked {
  private static final int KEPT_AT_START = 4;
  private static final int KEPT_AT_END = 2;
  private static final String STARS = "*****";

  private Masked() {}

  /**
   * {@code +355691234512} becomes {@code +355*****12}. The number of stars is always the same; a
   * number too short to keep anything is stars only.
   */
  public static String phone(String number) {
    if (number == null || number.length() < KEPT_AT_START + KEPT_AT_END + STARS.length() - 1) {
      return STARS;
    }
    return number.substring(0, KEPT_AT_START)
        + STARS
        + number.substring(number.length() - KEPT_AT_END);
  }
}
