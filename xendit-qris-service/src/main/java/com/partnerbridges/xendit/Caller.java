package com.partnerbridges.xendit;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who is calling. Atlas is asked over the network, so the answer may still be on its way; the
 * framework's own injected identity would block for it, and refuses to.
 */
@ApplicationScoped
public class Caller {

  private final CurrentIdentityAssociation current;

  Caller(CurrentIdentityAssociation current) {
    this.current = current;
  }

  /** The name by which Atlas knows the caller. */
  public Uni<String> name() {
    return current.getDeferredIdentity().map(identity -> identity.getPrincipal().getName());
  }
}
