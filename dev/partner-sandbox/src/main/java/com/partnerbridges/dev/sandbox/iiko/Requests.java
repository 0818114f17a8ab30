package com.partnerbridges.dev.sandbox.iiko;

import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The requests of a server that are not over yet, and what the others have cost. */
final class Requests {
  private final Set<RoutingContext> open = new LinkedHashSet<>();
  private final Map<String, Long> bytes = new TreeMap<>();
  private long concurrent;

  void begin(RoutingContext call, String operation) {
    List<RoutingContext> others = List.copyOf(open);
    open.add(call);
    call.addEndHandler(over -> end(call, operation));
    // a caller who hung up before it came back shall be seen to have done so
    call.vertx()
        .runOnContext(
            turn -> {
              if (others.stream().anyMatch(open::contains)) {
                concurrent++;
              }
            });
  }

  int open() {
    return open.size();
  }

  long concurrent() {
    return concurrent;
  }

  Map<String, Long> bytes() {
    return bytes;
  }

  void hangUp() {
    List.copyOf(open).forEach(call -> call.request().connection().close());
  }

  void reset() {
    bytes.clear();
    concurrent = 0;
  }

  private void end(RoutingContext call, String operation) {
    if (open.remove(call)) {
      bytes.merge(operation, call.response().bytesWritten(), Long::sum);
    }
  }
}
