package com.partnerbridges.xendit.report;

import com.partnerbridges.xendit.catalogue.LocationName;
import com.partnerbridges.xendit.transaction.TransactionStatus;
import java.time.LocalDate;

/**
 * Transactions of one day, location and status.
 *
 * @param amount whole rupiah, asked for; paid only where the status is COMPLETED
 */
public record DailySum(
    LocalDate day, LocationName location, TransactionStatus status, long count, long amount) {}
