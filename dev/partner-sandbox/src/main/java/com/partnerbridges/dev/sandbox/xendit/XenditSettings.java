package com.partnerbridges.dev.sandbox.xendit;

import java.net.URI;

/**
 * What is set for the merchant; a null leaves it as it is.
 *
 * @param payNextCode the next code is paid before its creator has the answer
 */
record XenditSettings(URI webhookUrl, String token, Boolean automaticRefunds, Boolean payNextCode) {
  XenditSettings {
    if (webhookUrl != null && webhookUrl.getHost() == null) {
      throw new IllegalArgumentException("webhookUrl must be a URL with a host");
    }
  }
}
