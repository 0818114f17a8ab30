package com.partnerbridges.dev.sandbox.xendit;

/** How the last webhook is sent again. */
record Redelivery(boolean sameWebhookId) {}
