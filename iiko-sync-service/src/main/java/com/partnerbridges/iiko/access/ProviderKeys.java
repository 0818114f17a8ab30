package com.partnerbridges.iiko.access;

import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.http.Get;
import org.jose4j.http.Response;
import org.jose4j.http.SimpleResponse;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
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

  private static final String PEM = "-----BEGIN PUBLIC KEY-----";

  private volatile boolean away;
  private volatile long failedAt;

  ProviderKeys(String location) {
    super(location);
    Get http = new Get();
    http.setConnectTimeout((int) PATIENCE.toMillis());
    http.setReadTimeout((int) PATIENCE.toMillis());
    http.setRetries(0);
    setSimpleHttpGet(address -> asJwks(http.get(address)));
    // then the provider is asked again
    setRetainCacheOnErrorDuration(Duration.ofMinutes(1).toSeconds());
  }

  /** A provider may serve its only key as PEM. */
  private static SimpleResponse asJwks(SimpleResponse answer) throws IOException {
    if (!answer.getBody().stripLeading().startsWith(PEM)) {
      return answer;
    }
    try {
      PublicKey key = KeyUtils.decodePublicKey(answer.getBody().strip());
      JsonWebKeySet only = new JsonWebKeySet(PublicJsonWebKey.Factory.newPublicJwk(key));
      return new Response(
          answer.getStatusCode(), answer.getStatusMessage(), Map.of(), only.toJson());
    } catch (GeneralSecurityException | JoseException odd) {
      throw new IOException("no public key in its PEM", odd);
    }
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
