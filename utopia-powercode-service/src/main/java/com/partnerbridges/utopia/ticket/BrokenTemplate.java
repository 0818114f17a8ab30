package com.partnerbridges.utopia.ticket;

/**
 * A ticket template that cannot be used. The message is one line for the person who edits it, and
 * names the template's line where it can.
 */
final class BrokenTemplate extends RuntimeException {

  private static final int LONGEST = 300;

  /**
   * @param mistake null when the template asks for a value that is not there
   */
  BrokenTemplate(String mistake) {
    super(oneLine(mistake), null, false, false);
  }

  BrokenTemplate(int line, String mistake) {
    this("line " + line + ": " + mistake);
  }

  private static String oneLine(String mistake) {
    String text =
        mistake == null
            ? "it asks for what not every order has"
            : mistake.replaceAll("\\s+|\\p{Cntrl}", " ");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
