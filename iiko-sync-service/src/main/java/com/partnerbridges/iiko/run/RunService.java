package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.session.AccountSessions;
import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What people do about runs: done, or refused with the reason. */
@ApplicationScoped
class RunService {

  /** The run that was under way may end before it is looked up. */
  private static final int TRIES = 3;

  private final RunRepository runs;
  private final Clock clock;

  RunService(RunRepository runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  Uni<RunView> queue(RunRequest request) {
    // one day more than any account's zone is ahead
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    request.wish().check(request.hasInvoices(), today);
    return queued(request, TRIES).flatMap(id -> find(request.accountId(), id));
  }

  private Uni<Long> queued(RunRequest request, int tries) {
    return runs.queue(request)
        .map(id -> id.orElseThrow(AccountSessions::notConnected))
        .onFailure(Database::isDuplicate)
        .recoverWithUni(
            () ->
                runs.underWay(request)
                    .flatMap(
                        other ->
                            other.isEmpty() && tries > 1
                                ? queued(request, tries - 1)
                                : Uni.createFrom().failure(underWay(other.orElse(null)))));
  }

  Uni<RunView> find(String accountId, long id) {
    return runs.find(accountId, id)
        .map(
            run ->
                run.orElseThrow(
                    () -> Problem.of(404, "RUN_NOT_FOUND", "The account has no such run.")));
  }

  Uni<ListView<RunView>> list(String accountId, RunFilter filter) {
    return runs.list(accountId, filter);
  }

  /** A run that nobody works on is cancelled at once, any other by whoever works on it. */
  Uni<RunView> cancel(String accountId, long id) {
    return runs.cancel(accountId, id)
        .flatMap(
            cancelled ->
                find(accountId, id)
                    .invoke(
                        run -> {
                          if (!cancelled) {
                            throw Problem.of(409, "RUN_HAS_ENDED", "The run has ended already.")
                                .with("state", run.state());
                          }
                        }));
  }

  private static Problem underWay(Long id) {
    return Problem.of(
            409, "RUN_UNDER_WAY", "A run of this entity is under way; wait for it or cancel it.")
        .with("run_id", id);
  }
}
