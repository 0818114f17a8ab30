package com.partnerbridges.iiko.console;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.iiko.access.Requester;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Pieces of the page {@code /console}, which its script asks for with the person's token. */
@Path("/console/accounts")
@ForAccount(AccountRole.MEMBER)
@Tag(name = "Console")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
class ConsoleResource {

  private final ConsoleService console;
  private final Requester requester;

  ConsoleResource(ConsoleService console, Requester requester) {
    this.console = console;
    this.requester = requester;
  }

  @GET
  @Operation(summary = "The accounts of the token, as a piece of the console")
  @APIResponse(responseCode = "200", description = "HTML.")
  public Uni<String> accounts() {
    return console.accounts(requester.accounts());
  }

  @GET
  @Path("/{account_id}")
  @Operation(summary = "An account's connection, runs and last errors, as a piece of the console")
  @APIResponse(responseCode = "200", description = "HTML.")
  public Uni<String> account(@RestPath(ForAccount.PARAMETER) String accountId) {
    return console.account(accountId, requester.accounts().get(accountId));
  }
}
