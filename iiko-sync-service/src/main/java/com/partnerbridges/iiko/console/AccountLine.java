package com.partnerbridges.iiko.console;

/**
 * An account in the list of those that somebody has.
 *
 * @param state of its connection
 * @param error null when there is none
 */
record AccountLine(String id, String role, String state, String error) {}
