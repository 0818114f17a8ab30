package com.partnerbridges.shared.edge;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Problems for what fails before a resource is reached, or outside of all resources. */
@Singleton
class HttpFailures {
  private static final Logger LOG = Logger.getLogger(HttpFailures.class);

  /** The framework's own handler is the last; it answers with stack traces or nothing. */
  private static final int BEFORE_THE_LAST = Integer.MAX_VALUE - 1;

  private final RefusalForm form;

  HttpFailures(RefusalForm form) {
    this.form = form;
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_THE_LAST).failureHandler(this::fail);
    if (!LaunchMode.current().isDev()) { // there the framework's page lists the addresses
      router.errorHandler(404, request -> send(request, Refusals.of(404)));
    }
  }

  private void fail(RoutingContext request) {
    boolean answered = request.response().headWritten() || request.response().ended();
    if (answered || request.failure() instanceof IOException) { // nobody is there to read it
      request.next();
    } else {
      send(request, problem(request));
    }
  }

  private Problem problem(RoutingContext request) {
    Throwable failure = request.failure();
    if (failure instanceof AuthenticationException || failure instanceof UnauthorizedException) {
      return form.unauthorized();
    }
    if (failure instanceof ForbiddenException) {
      return form.forbidden();
    }
    if (failure instanceof RejectedExecutionException) {
      return Refusals.of(503);
    }
    if (request.statusCode() >= 400 && request.statusCode() < 500) {
      return Refusals.of(request.statusCode());
    }
    String incident = UUID.randomUUID().toString();
    LOG.errorf(failure, "Request failed outside of its resource, incident %s", incident);
    return Refusals.internal(incident);
  }

  void send(RoutingContext request, Problem problem) {
    RefusalForm.Written written = form.write(problem);
    problem.headers().forEach(request.response()::putHeader);
    request
        .response()
        .setStatusCode(written.status())
        .putHeader("Content-Type", written.mediaType())
        .end(new JsonObject(written.body()).encode());
  }
}
