package com.partnerbridges.shared.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobRulesTest {

  private static final String TOKEN = "partner-bridges.jobs.token";
  private static final String AUDIENCE = "partner-bridges.jobs.oidc.audience";
  private static final String EMAIL = "partner-bridges.jobs.oidc.email";

  @Test
  void nothingIsRequired() {
    assertThat(broken(Map.of())).isEmpty();
  }

  @Test
  void aTokenThatCanBeGuessedIsRefusedAndNotShown() {
    String weak = "a".repeat(31);

    assertThat(broken(Map.of(TOKEN, weak))).containsOnlyKeys("JOB_TOKEN");
    assertThat(broken(Map.of(TOKEN, weak)).toString()).doesNotContain(weak);
    assertThat(broken(Map.of(TOKEN, weak + "a"))).isEmpty();
  }

  @Test
  void audienceAndAddressBelongTogether() {
    assertThat(broken(Map.of(AUDIENCE, "https://a.example"))).containsOnlyKeys("JOB_OIDC_EMAIL");
    assertThat(broken(Map.of(EMAIL, "a@example.com"))).containsOnlyKeys("JOB_OIDC_AUDIENCE");
    assertThat(broken(Map.of(AUDIENCE, "https://a.example", EMAIL, "a@example.com"))).isEmpty();
  }

  private static Map<String, String> broken(Map<String, String> settings) {
    return new JobRules().broken(property -> Optional.ofNullable(settings.get(property)));
  }
}
