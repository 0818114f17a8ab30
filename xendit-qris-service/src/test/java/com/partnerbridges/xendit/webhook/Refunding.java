package com.partnerbridges.xendit.webhook;

/**
 * A refund as it stands before any webhook.
 *
 * @param xenditId null while Xendit's answer has not come
 */
record Refunding(long id, Sale sale, String status, String xenditId) {}
