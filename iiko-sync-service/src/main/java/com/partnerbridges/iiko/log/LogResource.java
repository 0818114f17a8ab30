package com.partnerbridges.iiko.log;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.shared.edge.ListView;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How each entity went in each run. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko/logs")
@ForAccount(AccountRole.MEMBER)
@Tag(name = "Sync")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.APPLICATION_JSON)
class LogResource {

  private final LogRepository log;

  LogResource(LogRepository log) {
    this.log = log;
  }

  @GET
  @Operation(summary = "The sync log, the newest run first; from is included, to is not")
  @APIResponse(responseCode = "200", description = "An entry for each entity of each run.")
  public Uni<ListView<LogView>> list(
      @RestPath("account_id") String accountId, @Valid @BeanParam LogFilter filter) {
    return log.list(accountId, filter);
  }
}
