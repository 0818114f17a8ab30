package com.partnerbridges.xendit;

/** What every answer of this API is wrapped in, as the callers of Atlas services know it. */
public record Envelope<T>(boolean success, String message, T data) {

  public static <T> Envelope<T> of(String message, T data) {
    return new Envelope<>(true, message, data);
  }
}
