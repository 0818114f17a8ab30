package com.partnerbridges.xendit.settlement;

/**
 * A webhook as it came.
 *
 * @param key the same for repetitions: {@code webhook-id}, or the digest of the body
 * @param headers JSON, without the token
 * @param shape which of Xendit's shapes its body has
 * @param event the body's own word, null where it has none
 */
public record Delivery(String key, String headers, byte[] body, Shape shape, String event) {

  /** The shapes that Xendit's webhooks have had over the years. */
  public enum Shape {
    V2,
    V1,
    FLAT,
    UNREADABLE
  }
}
