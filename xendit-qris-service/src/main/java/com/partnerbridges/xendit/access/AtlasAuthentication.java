package com.partnerbridges.xendit.access;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.XenditConfig;
import com.partnerbridges.xendit.gateway.AtlasOutcome;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Turns a token of Atlas into a person with the roles {@code staff} or {@code admin}. A client that
 * tries out tokens is stopped here, not at Atlas.
 */
@ApplicationScoped
public class AtlasAuthentication implements HttpAuthenticationMechanism {

  private static final int STAFF_LEVEL = 1;
  private static final int ADMIN_LEVEL = 50;

  private final SignIns signIns;
  private final ClientLimit strangers;

  AtlasAuthentication(SignIns signIns, XenditConfig config, Clock clock) {
    this.signIns = signIns;
    this.strangers = new ClientLimit(config.rate(), clock);
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager ignored) {
    HttpServerRequest request = context.request();
    return Uni.createFrom()
        .deferred(
            () ->
                PresentedToken.of(request)
                    .map(token -> signIns.of(token, () -> strangers.check(request)))
                    .map(answer -> answer.map(AtlasAuthentication::identity))
                    .orElseGet(() -> Uni.createFrom().nullItem()));
  }

  private static SecurityIdentity identity(AtlasOutcome outcome) {
    if (outcome instanceof AtlasOutcome.Known person) {
      return identity(person);
    }
    if (outcome instanceof AtlasOutcome.Away) {
      throw Problem.of(503, "ATLAS_AWAY", "Atlas does not answer, so nobody can sign in.")
          .withHeader("Retry-After", "5");
    }
    throw new AuthenticationFailedException();
  }

  private static SecurityIdentity identity(AtlasOutcome.Known person) {
    var identity =
        QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(person.username()));
    role(person.level()).ifPresent(identity::addRole);
    return identity.build();
  }

  /** The settings say that an admin is staff, too. */
  private static Optional<String> role(long level) {
    return level >= ADMIN_LEVEL
        ? Optional.of("admin")
        : Optional.of("staff").filter(staff -> level >= STAFF_LEVEL);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", PresentedToken.SCHEME));
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.AUTHORIZATION, PresentedToken.SCHEME));
  }
}
