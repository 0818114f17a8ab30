package com.partnerbridges.shared.job;

import com.partnerbridges.shared.edge.SettingRules;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A job token cannot be guessed; whose OIDC tokens are meant is told whole or not at all. */
@Singleton
public class JobRules implements SettingRules {

  static final int SHORTEST_TOKEN = 32;

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    Map<String, String> wrong = new HashMap<>();
    settings
        .apply(JobConfig.PREFIX + ".token")
        .filter(token -> token.strip().length() < SHORTEST_TOKEN)
        .ifPresent(
            weak -> wrong.put("JOB_TOKEN", "must have at least " + SHORTEST_TOKEN + " characters"));
    boolean audience = settings.apply(JobConfig.PREFIX + ".oidc.audience").isPresent();
    boolean email = settings.apply(JobConfig.PREFIX + ".oidc.email").isPresent();
    if (audience != email) {
      wrong.put(
          audience ? "JOB_OIDC_EMAIL" : "JOB_OIDC_AUDIENCE",
          "is missing: audience and e-mail address belong together");
    }
    return wrong;
  }
}
