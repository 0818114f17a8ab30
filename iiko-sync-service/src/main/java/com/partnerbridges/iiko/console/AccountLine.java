package com.partnerbridges.iiko.console;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An account in the list of those that somebody has.
 *
 * @param state of its connection
 * @param error null when there is none
 */
@RegisterForReflection // for Qute
record AccountLine(String id, String role, String state, String error) {}
