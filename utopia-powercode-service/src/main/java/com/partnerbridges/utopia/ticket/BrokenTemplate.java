package com.partnerbridges.utopia.ticket;

/**
 * A ticket template that cannot be used. The message is one line for the person who edits it, and
 * names the template's line where it can.
 */
final class BrokenTemplate extends RuntimeException {

  private static final int LONGEST = 300;

  BrokenTemplate(String mistake) {
    super(shortened(mistake.replaceAll("\\s+|\\p{Cntrl}", " ")), null, false, false);
  }

  BrokenTemplate(int line, String mistake) {
    this("line " + line + ": " + mistake);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
