package com.partnerbridges.dev.sandbox.iiko;

/** Builds a piece of XML as text. */
final class Xml {
  private final StringBuilder text = new StringBuilder();

  Xml open(String tag) {
    text.append('<').append(tag).append('>');
    return this;
  }

  Xml close(String tag) {
    text.append("</").append(tag).append('>');
    return this;
  }

  /** An element with text; none at all for null. */
  Xml leaf(String tag, String value) {
    if (value == null) {
      return this;
    }
    open(tag);
    escape(value);
    return close(tag);
  }

  /** An element with text; for null one that says so. */
  Xml nillable(String tag, String value) {
    if (value != null) {
      return leaf(tag, value);
    }
    text.append('<')
        .append(tag)
        .append(" xsi:nil=\"true\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/>");
    return this;
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char one = value.charAt(i);
      switch (one) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        default -> text.append(one);
      }
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
