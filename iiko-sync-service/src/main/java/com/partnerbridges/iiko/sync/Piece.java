package com.partnerbridges.iiko.sync;

import com.partnerbridges.iiko.Entity;
import java.time.LocalDate;

/**
 * What is asked for at once: a whole list, or invoices of some days.
 *
 * @param attempt which try of the run it is: a later one has taken the run over
 * @param from null for a list
 * @param to the last day, inclusive; null for a list
 * @param created stored of it by tries that were cut off, and {@code updated} the same
 * @param mayShrink whether more than half of what we have may be gone
 */
public record Piece(
    long runId,
    int attempt,
    String accountId,
    Entity entity,
    LocalDate from,
    LocalDate to,
    long created,
    long updated,
    boolean mayShrink) {}
