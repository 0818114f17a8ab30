package com.partnerbridges.dev.sandbox.iiko;

import java.time.Instant;
import java.util.Map;

/**
 * How a server was used since its last reset. The requests of each operation are in the counters
 * that every partner has.
 *
 * @param expired sessions that ended by their age
 * @param slotsHeld licence slots that are taken now
 * @param mostSlotsHeld the most that were taken at one time
 * @param open requests that are not over yet
 * @param concurrent requests that began before the one before them was over
 * @param bytes of the answers' bodies, by operation
 * @param now the server's time
 */
public record IikoUse(
    long logins,
    long refusedLogins,
    long logouts,
    long expired,
    int slotsHeld,
    int mostSlotsHeld,
    int open,
    long concurrent,
    Map<String, Long> bytes,
    Instant now) {}
