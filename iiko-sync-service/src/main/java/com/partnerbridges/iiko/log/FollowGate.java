package com.partnerbridges.iiko.log;

import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.iiko.log.RunWatch.Follower;
import com.partnerbridges.iiko.run.RunRepository;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A stream's status and headers are sent before its first event is known, so what keeps it from
 * being followed is told here: there is no such run, or no place left.
 */
class FollowGate {

  /** Under this name the exchange has who follows; the place is given back at its end. */
  static final String FOLLOWER = Follower.class.getName();

  private static final int AFTER_THE_ACCOUNTS_GATE = Priorities.USER + 1;

  private final RunRepository runs;
  private final RunWatch watch;

  FollowGate(RunRepository runs, RunWatch watch) {
    this.runs = runs;
    this.watch = watch;
  }

  @FollowedRun
  @ServerRequestFilter(priority = AFTER_THE_ACCOUNTS_GATE)
  public Uni<Response> check(ContainerRequestContext request, RoutingContext exchange) {
    MultivaluedMap<String, String> path = request.getUriInfo().getPathParameters();
    String account = path.getFirst(ForAccount.PARAMETER);
    OptionalLong run = number(path.getFirst(RunEventsResource.RUN));
    if (run.isEmpty()) { // told as any other parameter that is no number
      return Uni.createFrom().nullItem();
    }
    Follower follower = watch.begin(account, run.getAsLong()).orElseThrow(FollowGate::full);
    exchange.addEndHandler(ended -> watch.end(follower));
    if (exchange.response().closed()) { // its end has been before
      watch.end(follower);
    }
    exchange.put(FOLLOWER, follower);
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

  private static Problem full() {
    return Problem.of(
            503, "TOO_MANY_FOLLOWERS", "Too many follow runs just now: ask for the run instead.")
        .withHeader("Retry-After", "5");
  }

  private static Problem unknown() {
    return Problem.of(404, "RUN_NOT_FOUND", "The account has no run with this id.");
  }
}
