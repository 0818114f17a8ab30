package com.partnerbridges.iute.payment;

/** Patterns of what callers may send. */
public final class Text {

  /** An order id: ours, and Iute's only key. */
  public static final String ORDER_ID = "[A-Za-z0-9._-]{1,64}";

  /** One line of 1 to 100 characters, without control characters and halves of characters. */
  public static final String LINE = "[^\\p{Cntrl}\\p{Cs}]{1,100}";

  /** An {@code Idempotency-Key}: visible ASCII. */
  public static final String KEY = "[\\x21-\\x7e]{1,255}";

  static final String PHONE = "\\+[1-9][0-9]{6,14}";
  static final String BIRTHDAY = "(0[1-9]|[12][0-9]|3[01])\\.(0[1-9]|1[0-2])\\.(19|20)[0-9]{2}";
  static final String PIN = "[A-Za-z0-9]{1,20}";
  static final String URL = "https?://[^\\s\\p{Cntrl}\\p{Cs}]{1,490}";
  static final String CURRENCY = "EUR|ALL|MDL|MKD";

  private Text() {}
}
