package com.partnerbridges.utopia.callback;

import java.util.Locale;

/** What a callback is, by its {@code msg}: its {@code event} says nothing. */
public enum CallbackKind {
  NEW_ORDER,
  /** UTOPIA checks that it can reach us. */
  TEST,
  /** Something else that UTOPIA tells its partners. */
  IGNORED,
  /** It does not say what it is about. */
  UNUSABLE;

  static CallbackKind of(String msg, boolean namesAnOrder) {
    if (msg == null) {
      return UNUSABLE;
    }
    return switch (msg.toLowerCase(Locale.ROOT)) {
      case "project new order" -> namesAnOrder ? NEW_ORDER : UNUSABLE;
      case "test" -> TEST;
      default -> IGNORED;
    };
  }
}
