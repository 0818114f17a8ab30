package com.partnerbridges.iiko.access;

import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.lang.JoseException;

/**
 * The identity provider's keys by their address. What was fetched once is used for as long as the
 * provider does not answer.
 */
final class ProviderKeys extends HttpsJwks {

  private static final Logger LOG = Logger.getLogger(ProviderKeys.class);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Callers do not queue for a provider that has just failed. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private volatile boolean away;
  private volatile long failedAt;

  ProviderKeys(String location) {
    super(location);
    Get http = new Get();
    http.setConnectTimeout((int) PATIENCE.toMillis());
    http.setReadTimeout((int) PATIENCE.toMillis());
    http.setRetries(0);
    setSimpleHttpGet(http);
    // then the provider is asked again
    setRetainCacheOnErrorDuration(Duration.ofMinutes(1).toSeconds());
  }

  /** Whether the last try to fetch them was in vain. */
  boolean isAway() {
    return away;
  }

  @Override
  public void refresh() throws JoseException, IOException {
    if (away && System.nanoTime() - failedAt < PAUSE.toNanos()) {
      throw new IOException("the identity provider has just failed to answer");
    }
    try {
      super.refresh();
      away = false;
    } catch (IOException | JoseException failure) {
      LOG.warnf("the identity provider's keys cannot be fetched why=%s", failure.getMessage());
      failedAt = System.nanoTime();
      away = true;
      throw failure;
    }
  }
}
