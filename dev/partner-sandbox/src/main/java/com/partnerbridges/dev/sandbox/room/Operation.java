package com.partnerbridges.dev.sandbox.room;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** One call of a partner's API. It answers and does not write, so that every fault fits it. */
@FunctionalInterface
public interface Operation {
  Future<Answer> answer(RoutingContext call);
}
