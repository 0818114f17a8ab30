package com.partnerbridges.shared.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Every response says which request it answers ({@code X-Request-ID}, the caller's own if it has a
 * usable one), and log lines carry the same id. They also carry the trace that the caller or the
 * platform has begun ({@code traceparent}), whether or not this service sends traces itself.
 */
@Singleton
class RequestIds {

  private static final String HEADER = "X-Request-ID";
  private static final String LOG_KEY = "request";
  private static final int BEFORE_ALL = Integer.MIN_VALUE;
  private static final int FIRST = 1;
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final Pattern TRACE =
      Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");

  /** Others begin with their work as early, and some answer at once. */
  void register(@Observes @Priority(FIRST) Router router) {
    router.route().order(BEFORE_ALL).handler(RequestIds::mark);
  }

  private static void mark(RoutingContext request) {
    String before = request.get(LOG_KEY); // it was routed to another address: the handler is gone
    String id = before == null ? id(request.request()) : before;
    request.put(LOG_KEY, id);
    MDC.put(LOG_KEY, id);
    if (MDC.get(CloudLogFormatter.TRACE_KEY) == null) {
      markTrace(request.request().getHeader("traceparent"));
    }
    request.addHeadersEndHandler(head -> request.response().putHeader(HEADER, id));
    request.next();
  }

  private static void markTrace(String traceparent) {
    Matcher parent = TRACE.matcher(traceparent == null ? "" : traceparent);
    if (parent.matches()) {
      MDC.put(CloudLogFormatter.TRACE_KEY, parent.group(1));
      MDC.put(CloudLogFormatter.SPAN_KEY, parent.group(2));
    }
  }

  private static String id(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HEADER))
        .filter(id -> USABLE.matcher(id).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
