package com.partnerbridges.dev.sandbox.powercode;

/**
 * How PowerCode behaves; a null leaves it as it is.
 *
 * @param idsAsNumbers instead of text
 * @param retryAfterSeconds what a 429 says; 0 = nothing
 */
record PowercodeSettings(Boolean idsAsNumbers, Integer retryAfterSeconds) {
  static final PowercodeSettings USUAL = new PowercodeSettings(false, 1);

  PowercodeSettings {
    if (retryAfterSeconds != null && retryAfterSeconds < 0) {
      throw new IllegalArgumentException("retryAfterSeconds must not be negative");
    }
  }

  PowercodeSettings changedBy(PowercodeSettings change) {
    return new PowercodeSettings(
        change.idsAsNumbers == null ? idsAsNumbers : change.idsAsNumbers,
        change.retryAfterSeconds == null ? retryAfterSeconds : change.retryAfterSeconds);
  }
}
