package com.partnerbridges.shared.edge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A setting that must not be printed: {@link #toString()} shows {@code ***}, equality takes the
 * same time for every wrong value of the same length. Usable as a type in a {@code @ConfigMapping};
 * a blank setting is a missing one.
 */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * @throws UnusableSetting when the value is blank
   */
  public static Secret of(String value) {
    if (Objects.requireNonNull(value, "value").isBlank()) {
      throw new UnusableSetting("a secret must not be blank");
    }
    return new Secret(value);
  }

  /** The secret itself: for the one place that sends or compares it. */
  public String value() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }

  private byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }
}
