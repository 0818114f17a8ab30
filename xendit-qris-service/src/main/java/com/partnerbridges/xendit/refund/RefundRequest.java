package com.partnerbridges.xendit.refund;

import java.util.List;
import java.util.Optional;

/**
 * What came of asking the database for a refund.
 *
 * @param honoured whether a person let the payment count
 * @param payments the payments that could be meant
 * @param refund the row that was made; empty when there was none to be made
 * @param earlier the refund that the payment has already
 */
record RefundRequest(
    boolean transactionKnown,
    boolean honoured,
    List<String> payments,
    Optional<Refund> refund,
    String earlier) {}
