package com.partnerbridges.shared.job;

import com.partnerbridges.shared.edge.ApiKeyAuthentication;
import com.partnerbridges.shared.edge.ApiKeys;
import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.signature.StaticToken;
import com.partnerbridges.shared.signature.Verdict;
import io.quarkus.security.ForbiddenException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells who calls a job: somebody with the job token, the scheduler's service account, or an
 * operator by API key. It is asked by the jobs alone, so that a bearer token for a job is never
 * taken for one of the people that a service knows.
 */
@ApplicationScoped
class JobCallers {

  private static final String BEARER = "bearer ";
  private static final String ROLE = "operator";

  private final Optional<StaticToken> token;
  private final Optional<ApiKeys> keys;
  private final SchedulerTokens scheduler;

  JobCallers(
      JobConfig config,
      @ConfigProperty(name = ApiKeyAuthentication.SETTING) Optional<ApiKeys> keys,
      SchedulerTokens scheduler) {
    this.token = config.token().map(Secret::value).map(it -> new StaticToken(it, null));
    this.keys = keys;
    this.scheduler = scheduler;
  }

  /** The caller's kind, for the log; else a failure that says why not. */
  Uni<String> admit(HttpServerRequest request) {
    List<String> presentedKeys = request.headers().getAll(ApiKeyAuthentication.HEADER);
    List<String> authorizations = request.headers().getAll("Authorization");
    if (presentedKeys.size() > 1 || authorizations.size() > 1) {
      return Uni.createFrom().failure(new UnknownJobCaller("a header stands there twice"));
    }
    if (!presentedKeys.isEmpty()) {
      return Uni.createFrom().item(() -> operator(presentedKeys.get(0)));
    }
    return authorizations.stream()
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip())
        .findFirst()
        .map(this::bearer)
        .orElseGet(() -> Uni.createFrom().failure(new UnknownJobCaller("no credentials")));
  }

  private String operator(String key) {
    var caller =
        keys.flatMap(known -> known.authenticate(key))
            .orElseThrow(() -> new UnknownJobCaller("unknown API key"));
    if (!caller.roles().contains(ROLE)) {
      throw new ForbiddenException();
    }
    return ROLE;
  }

  private Uni<String> bearer(String presented) {
    return token.map(it -> it.verify(presented)).filter(Verdict.VALID::equals).isPresent()
        ? Uni.createFrom().item("token")
        : scheduler.verify(presented).replaceWith("scheduler");
  }
}
