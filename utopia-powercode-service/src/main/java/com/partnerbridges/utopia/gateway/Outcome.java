package com.partnerbridges.utopia.gateway;

/** What a call to a partner came to, in our words. */
public sealed interface Outcome<T> {

  /** The partner did it, or knows it. */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * The partner said no to what we asked.
   *
   * @param code PowerCode's number for it; 0 where the partner has none
   */
  record Refused<T>(int code, String message) implements Outcome<T> {}

  /** No answer, or none that can be read. */
  record Failed<T>(Trouble trouble) implements Outcome<T> {}
}
