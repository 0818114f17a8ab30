package com.partnerbridges.iiko.log;

import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.iiko.run.RunRepository;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A stream's status and headers are sent before its first event is known, so a run that is not
 * there is told here.
 */
class FollowGate {

  private static final int AFTER_THE_ACCOUNTS_GATE = Priorities.USER + 1;

  private final RunRepository runs;
  private final RunWatch watch;

  FollowGate(RunRepository runs, RunWatch watch) {
    this.runs = runs;
    this.watch = watch;
  }

  @FollowedRun
  @ServerRequestFilter(priority = AFTER_THE_ACCOUNTS_GATE)
  public Uni<Response> check(ContainerRequestContext request) {
    MultivaluedMap<String, String> path = request.getUriInfo().getPathParameters();
    String account = path.getFirst(ForAccount.PARAMETER);
    OptionalLong run = number(path.getFirst(RunEventsResource.RUN));
    if (run.isEmpty()) { // told as any other parameter that is no number
      return Uni.createFrom().nullItem();
    }
    if (watch.isFullFor(account)) {
      throw Problem.of(
              503, "TOO_MANY_FOLLOWERS", "Too many follow runs just now: ask for the run instead.")
          .withHeader("Retry-After", "5");
    }
    return runs.find(account, run.getAsLong())
        .invoke(found -> found.orElseThrow(FollowGate::unknown))
        .replaceWith((Response) null);
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException none) {
      return OptionalLong.empty();
    }
  }

  private static Problem unknown() {
    return Problem.of(404, "RUN_NOT_FOUND", "The account has no run with this id.");
  }
}
