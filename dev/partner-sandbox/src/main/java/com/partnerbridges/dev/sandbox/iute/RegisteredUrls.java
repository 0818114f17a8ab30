package com.partnerbridges.dev.sandbox.iute;

/** Where webhooks go for orders that name no URL of their own; null = nowhere. */
public record RegisteredUrls(String confirmationUrl, String cancelUrl) {
  static final RegisteredUrls NONE = new RegisteredUrls(null, null);
}
