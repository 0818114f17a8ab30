package com.partnerbridges.iiko.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person may do with an account; who may change it may also look at it. */
public enum AccountRole {
  MEMBER,
  ADMIN;

  /** As the token writes it; empty for any other word. */
  static Optional<AccountRole> of(String word) {
    return Arrays.stream(values())
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  boolean includes(AccountRole asked) {
    return compareTo(asked) >= 0;
  }
}
