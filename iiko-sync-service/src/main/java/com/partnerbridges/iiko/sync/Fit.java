package com.partnerbridges.iiko.sync;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What of a record can be stored: long words are cut, all else is kept as it is or refused. */
final class Fit {

  /** An index must have room for it. */
  private static final int LONGEST_ID = 100;

  private static final int LONGEST_WORDS = 500;
  private static final int LONGEST_COMMENT = 4000;
  private static final int MOST_DIGITS = 38;
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private Fit() {}

  /**
   * @param value may be null
   */
  static String id(String field, String value) {
    if (value != null && value.length() > LONGEST_ID) {
      throw new Unstorable(field + " is longer than " + LONGEST_ID + " characters");
    }
    return readable(field, value);
  }

  /** Cut so that it is seen to be cut. */
  static String words(String field, String value) {
    return cut(readable(field, value), LONGEST_WORDS);
  }

  static String comment(String field, String value) {
    return cut(readable(field, value), LONGEST_COMMENT);
  }

  static BigDecimal number(String field, BigDecimal value) {
    if (value != null
        && (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS)) {
      throw new Unstorable(field + " has more than " + MOST_DIGITS + " digits");
    }
    return value;
  }

  static LocalDate day(String field, LocalDate value) {
    if (value != null && (value.getYear() < FIRST_YEAR || value.getYear() > LAST_YEAR)) {
      throw new Unstorable(field + " is in no year that can be stored");
    }
    return value;
  }

  static LocalDateTime time(String field, LocalDateTime value) {
    day(field, value == null ? null : value.toLocalDate());
    return value;
  }

  private static String cut(String value, int longest) {
    if (value == null || value.length() <= longest) {
      return value;
    }
    boolean splits = Character.isHighSurrogate(value.charAt(longest - 1));
    return value.substring(0, splits ? longest - 1 : longest) + "…";
  }

  /** PostgreSQL's text has no NUL, and UTF-8 no half of a character. */
  private static String readable(String field, String value) {
    if (value == null) {
      return null;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < value.length()
              && Character.isLowSurrogate(value.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        throw new Unstorable(field + " has a character that cannot be stored");
      }
      i += pair ? 1 : 0;
    }
    return value;
  }
}
