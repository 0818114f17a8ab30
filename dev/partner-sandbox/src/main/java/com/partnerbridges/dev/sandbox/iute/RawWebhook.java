package com.partnerbridges.dev.sandbox.iute;

/** Any bytes for any URL, signed as {@code options} say. */
public record RawWebhook(String url, String body, WebhookOptions options) {
  public RawWebhook {
    if (url == null || body == null) {
      throw new IllegalArgumentException("url and body are required");
    }
    options = options == null ? WebhookOptions.FAITHFUL : options;
  }
}
