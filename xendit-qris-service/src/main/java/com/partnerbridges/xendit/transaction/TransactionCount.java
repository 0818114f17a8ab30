package com.partnerbridges.xendit.transaction;

/** How many there are. */
record TransactionCount(long count) {}
