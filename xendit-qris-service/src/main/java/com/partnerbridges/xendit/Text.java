package com.partnerbridges.xendit;

/** What texts of callers may look like. */
public final class Text {

  /** Our transactions' ids: {@code TRX-location-yyyyMMddHHmmss-8 hex digits}. */
  public static final String EXTERNAL_ID = "TRX-[0-9]{1,19}-[0-9]{14}-[0-9A-F]{8}";

  /** A repeated request's key. */
  public static final String KEY = "[\\x21-\\x7E]{1,128}";

  /** One line for people: no control characters, no line separators, no halves of characters. */
  public static final String LINE = "[^\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]*";

  /** {@link #LINE} in words. */
  public static final String LINE_RULE = "must be one line of text";

  /** An e-mail address as browsers take it, but with a dot in its domain. */
  public static final String EMAIL =
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
          + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?){1,20}";

  private Text() {}

  /** Without the space around it, which people do not see. */
  public static String stripped(String text) {
    return text == null ? null : text.strip();
  }
}
