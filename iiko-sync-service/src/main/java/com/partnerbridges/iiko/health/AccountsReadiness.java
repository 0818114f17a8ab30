package com.partnerbridges.iiko.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells how many accounts cannot be synced. It is never down: an account's server that is away is
 * nothing that another instance could do better.
 */
@Readiness
@ApplicationScoped
class AccountsReadiness implements AsyncHealthCheck {

  private final HealthRepository repository;

  AccountsReadiness(HealthRepository repository) {
    this.repository = repository;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return repository
        .accounts()
        .onFailure() // the database's own check tells that
        .recoverWithItem(Map.of())
        .map(AccountsReadiness::response);
  }

  private static HealthCheckResponse response(Map<AccountState, Long> counts) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("accounts").up();
    counts.forEach(
        (state, count) -> response.withData(state.name().toLowerCase(Locale.ROOT), count));
    return response.build();
  }
}
