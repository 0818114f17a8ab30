package com.partnerbridges.dev.sandbox.xendit;

import java.net.URI;

/** What is set in the merchant's dashboard; null is not touched. */
record XenditSettings(
    URI webhookUrl, String token, Boolean automaticRefunds, Boolean payNextCode) {}
