package com.partnerbridges.iiko.gateway;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, dates and flags as the server writes them; what is none is a runtime exception. */
final class Values {

  private static final int LONGEST_NUMBER = 80;
  private static final int MOST_DIGITS = 38;

  private static final Pattern POINTED_DAY = Pattern.compile("(\\d{2})\\.(\\d{2})\\.(\\d{4})(.*)");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:?\\d{2})");
  private static final Pattern OFFSET_WITHOUT_COLON = Pattern.compile("([+-]\\d{2})(\\d{2})$");

  private Values() {}

  /** Exact; of so many digits before and after the point that it can be stored. */
  static BigDecimal decimal(String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new NumberFormatException();
    }
    BigDecimal number = new BigDecimal(text);
    // 1E999999999 is short, and a gigabyte when it is written out
    if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new NumberFormatException();
    }
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  /**
   * A day, or a day and a time with {@code T} or a blank between them; {@code dd.MM.yyyy} too. With
   * an offset it is moved to the zone, without one it is what it is.
   */
  static LocalDateTime moment(String text, ZoneId zone) {
    Matcher pointed = POINTED_DAY.matcher(text);
    String iso = pointed.matches() ? pointed.replaceFirst("$3-$2-$1$4") : text;
    if (iso.length() < 10 || !DAY.matcher(iso.substring(0, 10)).matches()) {
      throw new IllegalArgumentException();
    }
    if (iso.length() == 10) {
      return LocalDate.parse(iso).atStartOfDay();
    }
    String withT = iso.substring(0, 10) + iso.substring(10).replaceFirst("^ +", "T");
    if (!OFFSET.matcher(withT.substring(10)).matches()) {
      return LocalDateTime.parse(withT);
    }
    return OffsetDateTime.parse(OFFSET_WITHOUT_COLON.matcher(withT).replaceFirst("$1:$2"))
        .atZoneSameInstant(zone)
        .toLocalDateTime();
  }
}
