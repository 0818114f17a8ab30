package com.partnerbridges.iiko.access;

import com.partnerbridges.shared.edge.Problem;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Lets through to {@link ForAccount} resources whom they are for, before the body is read. */
class AccountGate {

  private final CurrentIdentityAssociation caller;
  private final Requester requester;

  AccountGate(CurrentIdentityAssociation caller, Requester requester) {
    this.caller = caller;
    this.requester = requester;
  }

  @ServerRequestFilter
  public Uni<Response> check(ContainerRequestContext request, SimpleResourceInfo resource) {
    Optional<ForAccount> asked = asked(resource);
    if (asked.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    String account = request.getUriInfo().getPathParameters().getFirst(ForAccount.PARAMETER);
    return caller
        .getDeferredIdentity()
        .invoke(identity -> admit(identity, account, asked.get().value()))
        .replaceWith((Response) null);
  }

  private void admit(SecurityIdentity identity, String account, AccountRole asked) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      throw new UnauthorizedException();
    }
    String name = TokenClaims.name(token).orElseThrow(UnauthorizedException::new);
    Map<String, AccountRole> accounts = TokenClaims.accounts(token);
    if (account != null) {
      AccountRole role = accounts.get(account);
      if (role == null) { // nobody learns which accounts there are
        throw Problem.of(404, "NOT_FOUND", "There is nothing at this address.");
      }
      if (!role.includes(asked)) {
        throw new ForbiddenException();
      }
      MDC.put("account", account);
    }
    requester.is(name, accounts);
  }

  private static Optional<ForAccount> asked(SimpleResourceInfo resource) {
    try {
      Method method =
          resource
              .getResourceClass()
              .getDeclaredMethod(resource.getMethodName(), resource.parameterTypes());
      return Optional.ofNullable(method.getAnnotation(ForAccount.class))
          .or(
              () ->
                  Optional.ofNullable(resource.getResourceClass().getAnnotation(ForAccount.class)));
    } catch (NoSuchMethodException inherited) {
      return Optional.ofNullable(resource.getResourceClass().getAnnotation(ForAccount.class));
    }
  }
}
