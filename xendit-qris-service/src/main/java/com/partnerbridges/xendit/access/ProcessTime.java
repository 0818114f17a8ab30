package com.partnerbridges.xendit.access;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Every response says how many seconds it took ({@code X-Process-Time}). */
@Singleton
class ProcessTime {

  private static final String HEADER = "X-Process-Time";
  private static final int BEFORE_ALL = Integer.MIN_VALUE;
  private static final int FIRST = 1;

  /** Others begin with their work as early, and some answer at once. */
  void register(@Observes @Priority(FIRST) Router router) {
    router.route().order(BEFORE_ALL).handler(ProcessTime::measure);
  }

  private static void measure(RoutingContext request) {
    Long before = request.get(HEADER); // it was routed to another address: the handler is gone
    long begun = before == null ? System.nanoTime() : before;
    request.put(HEADER, begun);
    request.addHeadersEndHandler(head -> tell(request.response(), begun));
    request.next();
  }

  private static void tell(HttpServerResponse response, long begun) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    response.putHeader(HEADER, String.format(Locale.ROOT, "%.6f", seconds));
  }
}
