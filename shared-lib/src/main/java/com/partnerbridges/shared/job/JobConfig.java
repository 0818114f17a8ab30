package com.partnerbridges.shared.job;

import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.shared.edge.Secret;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Who may call jobs, besides operators with an API key. Without any of it, nobody else may. */
@ConfigMapping(prefix = JobConfig.PREFIX)
public interface JobConfig {

  String PREFIX = "partner-bridges.jobs";

  /**
   * Sent as {@code Authorization: Bearer}; at least {@value JobRules#SHORTEST_TOKEN} characters.
   */
  Optional<Secret> token();

  /** The tokens of a scheduler's service account. */
  Oidc oidc();

  /** OpenID Connect; accepted when audience and e-mail address are set. */
  interface Oidc {

    /** What the token must be for: this service's URL, as the scheduler is told it. */
    Optional<String> audience();

    /** The service account of the scheduler. */
    Optional<String> email();

    /** Who must have issued the token. */
    @WithDefault("https://accounts.google.com")
    String issuer();

    /** Where the issuer publishes its keys, as a JSON Web Key Set. */
    @WithDefault("https://www.googleapis.com/oauth2/v3/certs")
    HttpAddress keys();
  }
}
