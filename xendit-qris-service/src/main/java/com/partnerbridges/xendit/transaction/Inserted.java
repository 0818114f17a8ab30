package com.partnerbridges.xendit.transaction;

import java.util.Optional;

/**
 * What came of inserting a transaction.
 *
 * @param transaction empty when location or price is not known, or the caller's key is taken
 */
record Inserted(boolean locationKnown, boolean priceKnown, Optional<Transaction> transaction) {}
