package com.partnerbridges.shared.edge;

/**
 * A setting's own type refuses its text. The reason is shown to the person who deploys, so it must
 * not contain the text or a part of it that could be secret.
 */
public final class UnusableSetting extends IllegalArgumentException {
  /** How the message begins; tells a reason that may be shown from one that may echo the value. */
  static final String PREFIX = "cannot be used: ";

  public UnusableSetting(String reason) {
    super(PREFIX + reason);
  }
}
