package com.partnerbridges.shared.signature;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;

/**
 * A partner's RSA public key, published as PEM of an X.509 SubjectPublicKeyInfo (2048 to 8192 bits)
 * of at most 16 KiB; anything else counts as a failed fetch.
 */
public final class PublicKeySource extends KeySource<PublicKey> {

  /**
   * @param timeToLive how long a fetched key is used without asking again
   * @param refetchInterval least time between the starts of two fetches once there is a key
   * @param fetchTimeout real time after which a fetch counts as failed, whatever the clock says
   */
  public PublicKeySource(
      Fetcher fetcher,
      Clock clock,
      Duration timeToLive,
      Duration refetchInterval,
      Duration fetchTimeout) {
    super(fetcher, PemPublicKey::parse, clock, timeToLive, refetchInterval, fetchTimeout);
  }
}
