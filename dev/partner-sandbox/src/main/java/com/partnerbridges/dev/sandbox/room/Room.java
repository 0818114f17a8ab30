package com.partnerbridges.dev.sandbox.room;

import io.vertx.ext.web.Router;

/** One simulated partner: what the services see of it, and how people and tests steer it. */
public interface Room extends Observed {

  /** First path segment of the partner side, and the name in the control API. */
  String name();

  /** Adds the partner's own routes; the router is mounted under {@code /<name>}. */
  void mountPartner(Router router);

  /** Adds the control routes; the router is mounted under {@code /control/<name>}. */
  void mountControl(Router router);
}
