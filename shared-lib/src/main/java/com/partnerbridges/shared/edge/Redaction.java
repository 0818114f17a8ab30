package com.partnerbridges.shared.edge;

import java.util.regex.Pattern;

/** Masks what looks like a phone number, an e-mail address or a credential in a text. */
final class Redaction {
  // possessive and bounded, so that no text makes them slow
  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "(?i)\\b((?:proxy-)?authorization|x-api-key|api[_-]key|x-callback-token)"
              + "([\"']?+\\s{0,4}+[:=]\\s{0,4}+[\"']?+)(?:[a-z]{1,16}+ )?+[^\\s,;\"']++");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b(bearer|basic)\\s{1,4}+[A-Za-z0-9._~+/=-]{8,}+");
  private static final Pattern EMAIL =
      Pattern.compile("(?<![\\w.%+-])[\\w.%+-]{1,64}+@[\\w-]{1,63}+(?:\\.[\\w-]{1,63}+){1,8}+");
  private static final Pattern PHONE =
      Pattern.compile("(?<![\\w+])\\+[1-9](?:[ -]?\\d){6,14}(?!\\d)");

  private Redaction() {}

  /** The same object when there is nothing to mask. */
  static String of(String text) {
    if (text == null || !isSuspect(text)) {
      return text;
    }
    String masked = CREDENTIAL.matcher(text).replaceAll("$1$2***");
    masked = BEARER.matcher(masked).replaceAll("$1 ***");
    masked = EMAIL.matcher(masked).replaceAll("***@***");
    masked = PHONE.matcher(masked).replaceAll(it -> Masked.phone(it.group()));
    return masked.equals(text) ? text : masked;
  }

  /** One look at each character, since nearly every line has nothing to hide. */
  private static boolean isSuspect(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '+') {
        return true;
      }
      if ((c == 'a' || c == 'A') && startsCredential(text, i, "authorization", "api")) {
        return true;
      }
      if ((c == 'b' || c == 'B') && startsCredential(text, i, "bearer", "basic")) {
        return true;
      }
      if ((c == 'x' || c == 'X') && startsCredential(text, i, "x-", "x_")) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsCredential(String text, int at, String one, String other) {
    return text.regionMatches(true, at, one, 0, one.length())
        || text.regionMatches(true, at, other, 0, other.length());
  }
}
