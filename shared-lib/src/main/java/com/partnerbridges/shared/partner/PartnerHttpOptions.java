package com.partnerbridges.shared.partner;

/**
 * How one partner is connected to.
 *
 * @param connections open at the same time; further calls wait for one
 * @param keepAlive whether a connection is used again. A partner may close an idle one in the very
 *     moment a call is sent on it, and then it is not known whether the call was read
 * @param trust what the partner's certificate must be
 */
public record PartnerHttpOptions(int connections, boolean keepAlive, Trust trust) {

  /** For partners with proper certificates whose calls may be sent on used connections. */
  public static final PartnerHttpOptions USUAL = new PartnerHttpOptions(32, true, Trust.system());

  public PartnerHttpOptions {
    if (connections < 1) {
      throw new IllegalArgumentException("connections must be 1 or more");
    }
  }
}
