package com.partnerbridges.dev.sandbox.iute;

/**
 * Which of two keys is used after a rotation.
 *
 * @param signWith for webhooks; null = new
 * @param serve as PEM; null = new
 */
public record KeyChoice(Age signWith, Age serve) {
  static final KeyChoice NEW = new KeyChoice(Age.NEW, Age.NEW);

  /** The key from before the last rotation, or the one from it. */
  public enum Age {
    OLD,
    NEW
  }

  public KeyChoice {
    signWith = signWith == null ? Age.NEW : signWith;
    serve = serve == null ? Age.NEW : serve;
  }
}
