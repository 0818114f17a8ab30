package com.partnerbridges.iiko.credential;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.access.ForAccount;
import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.shared.edge.Page;
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

/** Who did what with an account's credentials. */
@Path("/api/v1/accounts/{account_id}/integrations/iiko/audit")
@ForAccount(AccountRole.ADMIN)
@Tag(name = "Connection")
@SecurityRequirement(name = "account-token")
@Produces(MediaType.APPLICATION_JSON)
class AuditResource {

  private final AuditRepository audit;

  AuditResource(AuditRepository audit) {
    this.audit = audit;
  }

  @GET
  @Operation(summary = "List what was done with the credentials, newest first")
  @APIResponse(responseCode = "200", description = "Lines that nobody can change or delete.")
  public Uni<ListView<AuditLine>> list(
      @RestPath("account_id") String accountId, @Valid @BeanParam Page page) {
    return audit.list(accountId, page);
  }
}
