package com.partnerbridges.shared.edge;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Problems for what fails before a resource is reached, or outside of all resources. */
@ApplicationScoped
class HttpFailures {
  private static final Logger LOG = Logger.getLogger(HttpFailures.class);

  /** After the handlers of the framework that turn a failure into a mapped exception. */
  private static final int BEFORE_THE_LAST = Integer.MAX_VALUE - 1;

  /** Before the framework's own check of the size, which answers without a body. */
  private static final int FIRST = Integer.MIN_VALUE;

  @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M")
  MemorySize largestBody;

  void register(@Observes Router router) {
    router.route().order(FIRST).handler(this::checkSize);
    router.route().order(BEFORE_THE_LAST).failureHandler(this::fail);
    if (!LaunchMode.current().isDev()) { // there the framework's page lists the addresses
      router.errorHandler(404, request -> send(request, Refusals.of(404)));
    }
  }

  private void checkSize(RoutingContext request) {
    if (declaredLength(request) > largestBody.asLongValue()) {
      request.response().putHeader("Connection", "close");
      request.response().endHandler(sent -> request.request().connection().close());
      send(request, Refusals.of(413));
    } else {
      request.next();
    }
  }

  private void fail(RoutingContext request) {
    if (request.response().headWritten() || request.response().ended()) {
      request.next();
    } else if (request.statusCode() >= 400 && request.statusCode() < 500) {
      send(request, Refusals.of(request.statusCode()));
    } else {
      String incident = UUID.randomUUID().toString();
      LOG.errorf(
          request.failure(), "Request failed outside of its resource, incident %s", incident);
      send(request, Refusals.internal(incident));
    }
  }

  private static long declaredLength(RoutingContext request) {
    try {
      String length = request.request().getHeader("Content-Length");
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException garbage) {
      return 0;
    }
  }

  private static void send(RoutingContext request, Problem problem) {
    problem.headers().forEach(request.response()::putHeader);
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(new JsonObject(problem.body()).encode());
  }
}
