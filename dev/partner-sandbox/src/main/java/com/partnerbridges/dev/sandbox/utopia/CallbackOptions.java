package com.partnerbridges.dev.sandbox.utopia;

import com.partnerbridges.dev.sandbox.room.Json;
import java.time.Duration;

/**
 * How a callback is sent. {@link #USUAL} is once, with the registered headers, and signed when a
 * secret is set.
 *
 * @param duplicates further deliveries of the same bytes and headers
 * @param concurrently all of them at once instead of one after the other
 * @param bare without the registered headers and without a signature
 * @param signingSecret instead of the one that is set
 * @param timestampOffsetMillis signed as of so much later; negative for a stale timestamp
 * @param background answer the control call before the deliveries are done
 */
public record CallbackOptions(
    int duplicates,
    boolean concurrently,
    boolean bare,
    String signingSecret,
    long timestampOffsetMillis,
    boolean background) {

  public static final CallbackOptions USUAL = new CallbackOptions(0, false, false, null, 0, false);
  private static final int MOST_DUPLICATES = 1000;

  public CallbackOptions {
    if (duplicates < 0 || duplicates > MOST_DUPLICATES) {
      throw new IllegalArgumentException("duplicates must be 0 to " + MOST_DUPLICATES);
    }
    if (signingSecret != null) {
      CallbackSignature.key(signingSecret);
    }
  }

  public CallbackOptions duplicates(int copies) {
    return with("duplicates", copies);
  }

  public CallbackOptions atOnce() {
    return with("concurrently", true);
  }

  public CallbackOptions asBare() {
    return with("bare", true);
  }

  public CallbackOptions signedWith(String otherSecret) {
    return with("signingSecret", otherSecret);
  }

  public CallbackOptions timestampOffset(Duration offset) {
    return with("timestampOffsetMillis", offset.toMillis());
  }

  public CallbackOptions inBackground() {
    return with("background", true);
  }

  private CallbackOptions with(String field, Object value) {
    return Json.with(this, field, value);
  }
}
