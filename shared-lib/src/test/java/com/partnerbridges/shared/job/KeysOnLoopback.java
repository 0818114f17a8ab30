package com.partnerbridges.shared.job;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The issuer that the small application trusts. */
public final class KeysOnLoopback implements QuarkusTestResourceLifecycleManager {

  static final String JOB_TOKEN = "a-job-token-of-32-characters-or-more";

  private static volatile KeyIssuer issuer;

  static KeyIssuer issuer() {
    return issuer;
  }

  @Override
  public Map<String, String> start() {
    issuer = new KeyIssuer();
    return Map.of(
        "partner-bridges.jobs.token", JOB_TOKEN,
        "partner-bridges.jobs.oidc.audience", KeyIssuer.AUDIENCE,
        "partner-bridges.jobs.oidc.email", KeyIssuer.EMAIL,
        "partner-bridges.jobs.oidc.issuer", KeyIssuer.ISSUER,
        "partner-bridges.jobs.oidc.keys", issuer.url());
  }

  @Override
  public void stop() {
    issuer.close();
  }
}
