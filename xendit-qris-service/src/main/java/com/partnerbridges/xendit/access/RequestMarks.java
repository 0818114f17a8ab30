package com.partnerbridges.xendit.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Every response says which request it answers ({@code X-Request-ID}, the caller's own if it has a
 * usable one) and how many seconds it took ({@code X-Process-Time}). Log lines carry the same id.
 */
@Singleton
class RequestMarks {

  private static final String ID_HEADER = "X-Request-ID";
  private static final String TIME_HEADER = "X-Process-Time";
  private static final String LOG_KEY = "request";
  private static final int BEFORE_ALL = Integer.MIN_VALUE;
  private static final int FIRST = 1;
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  /** Others begin with their work as early, and some answer at once. */
  void register(@Observes @Priority(FIRST) Router router) {
    router.route().order(BEFORE_ALL).handler(this::mark);
  }

  private void mark(RoutingContext request) {
    Mark before = request.get(LOG_KEY); // it was routed to another address: its handlers are gone
    Mark mark = before == null ? new Mark(id(request.request()), System.nanoTime()) : before;
    request.put(LOG_KEY, mark);
    MDC.put(LOG_KEY, mark.id);
    request.addHeadersEndHandler(head -> mark.on(request.response()));
    request.next();
  }

  private static String id(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(ID_HEADER))
        .filter(id -> USABLE.matcher(id).matches())
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  private record Mark(String id, long begun) {

    void on(HttpServerResponse response) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      response.putHeader(ID_HEADER, id);
      response.putHeader(TIME_HEADER, String.format(Locale.ROOT, "%.6f", seconds));
    }
  }
}
