package com.partnerbridges.dev.sandbox.iute;

/** Iute's key pair, the one before it, and one that nobody was ever told. */
final class IuteKeys {
  private final RsaKey wrong = RsaKey.generate();
  private RsaKey old;
  private RsaKey current = RsaKey.generate();
  private KeyChoice choice = KeyChoice.NEW;

  void rotate(RsaKey key) {
    old = current;
    current = key;
  }

  void choose(KeyChoice newChoice) {
    choice = newChoice;
  }

  KeyChoice choice() {
    return choice;
  }

  RsaKey signing() {
    return aged(choice.signWith());
  }

  RsaKey wrong() {
    return wrong;
  }

  String servedPem() {
    return aged(choice.serve()).publicPem();
  }

  private RsaKey aged(KeyChoice.Age age) {
    return age == KeyChoice.Age.OLD && old != null ? old : current;
  }
}
