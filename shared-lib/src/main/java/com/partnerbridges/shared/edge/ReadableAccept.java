package com.partnerbridges.shared.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses an {@code Accept} that cannot be read. The framework finds out only when it writes the
 * answer, with everything done by then, and takes it for a fault of ours.
 */
class ReadableAccept {

  @ServerRequestFilter(preMatching = true)
  public void check(ContainerRequestContext request) {
    try {
      request.getAcceptableMediaTypes();
    } catch (IllegalArgumentException unreadable) {
      throw Refusals.of(406);
    }
  }
}
