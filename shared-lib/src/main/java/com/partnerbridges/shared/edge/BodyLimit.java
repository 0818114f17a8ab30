package com.partnerbridges.shared.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds {@code quarkus.http.limits.max-body-size} in place of the framework, whose refusal has no
 * body, and which for a body of undeclared length ends the response under the resource's feet.
 */
@ApplicationScoped // a proxy, since readers of bodies are made before the settings are known
class BodyLimit {
  private static final int BEFORE_THE_FRAMEWORK = Integer.MIN_VALUE;
  private static final int AFTER_THE_FRAMEWORK = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

  private final HttpFailures failures;
  private final long limit;

  BodyLimit(
      HttpFailures failures,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M")
          MemorySize limit) {
    this.failures = failures;
    this.limit = limit.asLongValue();
  }

  void register(@Observes Router router) {
    router.route().order(BEFORE_THE_FRAMEWORK).handler(this::checkDeclared);
    router.route().order(AFTER_THE_FRAMEWORK).handler(this::takeOver);
  }

  /** What a body may be read through. */
  InputStream limited(InputStream body) {
    return body instanceof ByteArrayInputStream ? body : new LimitedBody(body, limit);
  }

  private void checkDeclared(RoutingContext request) {
    request.addEndHandler(ended -> closeIfTooLarge(request));
    if (declaredLength(request) > limit) {
      failures.send(request, Refusals.of(413));
    } else {
      request.next();
    }
  }

  private void takeOver(RoutingContext request) {
    request.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
    request.next();
  }

  /** The rest of the body would be taken for the next request. */
  private static void closeIfTooLarge(RoutingContext request) {
    if (request.response().getStatusCode() == 413) {
      request.request().connection().close();
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
}
