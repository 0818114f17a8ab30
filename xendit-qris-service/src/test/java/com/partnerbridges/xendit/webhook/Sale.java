package com.partnerbridges.xendit.webhook;

/**
 * A transaction as it stands before any webhook.
 *
 * @param payment the id of the payment that completed it, null where none did or it was never told
 */
record Sale(String id, long amount, String status, String payment) {}
