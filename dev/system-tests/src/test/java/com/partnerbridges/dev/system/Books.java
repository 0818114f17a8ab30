package com.partnerbridges.dev.system;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What xendit-qris-service has written down. */
final class Books {

  private Books() {}

  /**
   * The different ends of transactions: status, each payment, and why people must look, as in
   * {@code EXPIRED PAID LATE_PAYMENT}.
   */
  static Set<String> of(Collection<String> references) {
    return new TreeSet<>(
        Suite.query(
            """
            select concat_ws(' ', tr_status,
              (select string_agg('PAID', ' ') from photobox.payments
                where external_id = tr_external_id),
              (select string_agg(kind, ' ' order by kind) from photobox.attention
                where external_id = tr_external_id))
            from photobox.transactions where tr_external_id in ('%s')"""
                .formatted(String.join("','", references))));
  }
}
