package com.partnerbridges.xendit.settlement;

/**
 * What a report did.
 *
 * @param outcome the same word as in the table of deliveries
 * @param copies how often this very delivery has come, this time included; 0 for a listing
 * @param was the transaction's status when it came, null for an unknown reference
 * @param raised the kind of the attention item that it raised, null if it raised none
 */
public record Settled(String outcome, int copies, String was, String raised) {}
