package com.partnerbridges.xendit.refund;

/** What the news of a refund does beyond its own row, whoever brings them. */
public final class RefundEffects {

  private static final String PARTS =
      """
      done as (
        update attention set resolved_at = %1$s, decision = 'REFUNDED',
          resolved_by = r.requested_by, note = r.reason
        from r
        where attention.payment_id = r.payment_id and attention.id <> %2$s
          and attention.resolved_at is null
          and (r.status in ('PENDING', 'SUCCEEDED')
              and attention.kind in ('LATE_PAYMENT', 'WRONG_AMOUNT', 'PAID_TWICE')
            or r.status = 'SUCCEEDED' and attention.kind in
              ('REFUND_FAILED', 'REFUND_UNCLEAR', 'REFUND_SILENT'))
      ), reopened as (
        update attention set resolved_at = null, decision = null, resolved_by = null, note = null
        from r
        where attention.payment_id = r.payment_id and attention.decision = 'REFUNDED'
          and r.status = 'FAILED' and r.was <> 'FAILED'
          and attention.kind in ('LATE_PAYMENT', 'WRONG_AMOUNT', 'PAID_TWICE')
      ), over as (
        update attention set resolved_at = %1$s, decision = 'NOT_REFUNDED',
          resolved_by = r.requested_by, note = 'Xendit says that it failed.'
        from r
        where attention.payment_id = r.payment_id and attention.id <> %2$s
          and attention.resolved_at is null and r.status = 'FAILED'
          and attention.kind in ('REFUND_UNCLEAR', 'REFUND_SILENT')
      ), free as (
        update transactions set tr_refund_at = null
        from r
        where tr_external_id = r.external_id and r.status = 'FAILED' and r.was <> 'FAILED'
          and not exists (select from refunds other
            where other.external_id = r.external_id and other.id <> r.id
              and other.status <> 'FAILED')
      )""";

  private RefundEffects() {}

  /**
   * Parts of a statement that follow a part r, the refund after its update with {@code was} as the
   * status before. A refund that Xendit has resolves what it was asked for, and when it is settled
   * also what its troubles raised. One that failed opens again what it had resolved, and the
   * transaction may be honoured or refunded again.
   *
   * @param now the statement's parameter for the time
   * @param item the attention item that the statement itself resolves, 0 for none
   */
  public static String parts(String now, String item) {
    return PARTS.formatted(now, item);
  }
}
