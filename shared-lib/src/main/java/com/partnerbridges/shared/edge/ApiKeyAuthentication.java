package com.partnerbridges.shared.edge;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns the header {@code X-API-Key} into a principal: the caller's name, with the roles of the
 * key. No header means nobody (401 where a role is asked for), an unknown key is 401 everywhere
 * that identity is asked for. Reads {@code partner-bridges.api-keys}; without that setting no key
 * is known.
 */
@ApplicationScoped
public class ApiKeyAuthentication implements HttpAuthenticationMechanism {
  /** The header that carries the key. */
  public static final String HEADER = "X-API-Key";

  /** The property with the keys. */
  public static final String SETTING = "partner-bridges.api-keys";

  static final String CHALLENGE = "ApiKey";

  private final Optional<ApiKeys> keys;

  ApiKeyAuthentication(@ConfigProperty(name = SETTING) Optional<ApiKeys> keys) {
    this.keys = keys;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager ignored) {
    List<String> presented = request.request().headers().getAll(HEADER);
    if (presented.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    if (presented.size() > 1) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return keys.flatMap(known -> known.authenticate(presented.get(0)))
        .map(caller -> Uni.createFrom().item(identity(caller)))
        .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", CHALLENGE));
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, HEADER));
  }

  private static SecurityIdentity identity(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.name()))
        .addRoles(caller.roles())
        .build();
  }
}
