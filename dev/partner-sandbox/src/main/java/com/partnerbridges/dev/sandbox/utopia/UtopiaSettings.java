package com.partnerbridges.dev.sandbox.utopia;

import java.net.URI;
import java.util.Map;

/**
 * What is set for the provider; a null leaves it as it is.
 *
 * @param headers sent with every callback, such as a secret one
 * @param signingSecret {@code whsec_…}, for signatures in Standard Webhooks form; empty for none
 * @param absentStatus HTTP status of {@code No valid records found for this ISP}: 404 or 200
 */
record UtopiaSettings(
    URI callbackUrl, Map<String, String> headers, String signingSecret, Integer absentStatus) {
  static final UtopiaSettings USUAL = new UtopiaSettings(null, Map.of(), "", 404);

  UtopiaSettings {
    if (callbackUrl != null && callbackUrl.getHost() == null) {
      throw new IllegalArgumentException("callbackUrl must be a URL with a host");
    }
    if (absentStatus != null && absentStatus != 404 && absentStatus != 200) {
      throw new IllegalArgumentException("absentStatus must be 404 or 200");
    }
    if (signingSecret != null && !signingSecret.isEmpty()) {
      CallbackSignature.key(signingSecret);
    }
  }

  UtopiaSettings changedBy(UtopiaSettings change) {
    return new UtopiaSettings(
        change.callbackUrl == null ? callbackUrl : change.callbackUrl,
        change.headers == null ? headers : Map.copyOf(change.headers),
        change.signingSecret == null ? signingSecret : change.signingSecret,
        change.absentStatus == null ? absentStatus : change.absentStatus);
  }
}
