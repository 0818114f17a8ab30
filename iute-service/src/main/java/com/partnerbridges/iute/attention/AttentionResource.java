package com.partnerbridges.iute.attention;

import com.partnerbridges.iute.gateway.ConnectionTest;
import com.partnerbridges.iute.gateway.IuteGateway;
import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.shared.edge.Page;
import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.metric.Moves;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What an operator looks at and decides. */
@Path("/")
@RolesAllowed("operator")
@Tag(name = "Operator")
@SecurityRequirement(name = "api-key")
@Produces(MediaType.APPLICATION_JSON)
class AttentionResource {

  private static final Logger LOG = Logger.getLogger(AttentionResource.class);

  private final AttentionRepository items;
  private final IuteGateway iute;
  private final Moves moves;
  private final SecurityIdentity caller;
  private final Clock clock;

  AttentionResource(
      AttentionRepository items,
      IuteGateway iute,
      Moves moves,
      SecurityIdentity caller,
      Clock clock) {
    this.items = items;
    this.iute = iute;
    this.moves = moves;
    this.caller = caller;
    this.clock = clock;
  }

  /** A decision and its reason. */
  @Schema(
      name = "Resolution",
      examples = "{\"decision\": \"DISMISSED\", \"note\": \"Settled with Iute by phone.\"}")
  record Resolution(
      @NotNull Decision decision,
      @NotNull @Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]{1,1000}") String note) {}

  @GET
  @Path("/attention")
  @Operation(summary = "What a person must look at, newest first")
  public Uni<ListView<AttentionItem>> list(
      @QueryParam("open") @DefaultValue("true") boolean open, @Valid @BeanParam Page page) {
    return items.list(open, page);
  }

  @POST
  @Cancellable(false)
  @Path("/attention/{id}/resolve")
  @Operation(summary = "Decide an item: PAID or CANCELLED for a payment on hold, else DISMISSED")
  public Uni<AttentionItem> resolve(@RestPath long id, @NotNull @Valid Resolution resolution) {
    String who = caller.getPrincipal().getName();
    return items
        .resolve(id, resolution.decision(), resolution.note(), who, clock.instant())
        .flatMap(
            resolved ->
                resolved.isPresent()
                    ? Uni.createFrom().item(resolved.get())
                    : items
                        .find(id)
                        .map(found -> found.orElseThrow(AttentionResource::notFound))
                        .map(AttentionResource::whyNot))
        .invoke(
            item -> {
              LOG.infof(
                  "attention resolved id=%d order=%s decision=%s by=%s",
                  item.id(), item.orderId(), item.decision(), who);
              if (item.decision() != Decision.DISMISSED) {
                moves.count("payment", "ON_HOLD", item.decision().name(), "person");
              }
            });
  }

  @GET
  @Path("/connection-test")
  @Operation(summary = "Whether Iute accepts our token, and as which point of sale")
  public Uni<ConnectionTest> connectionTest() {
    return iute.test();
  }

  private static Problem notFound() {
    return Problem.of(404, "ATTENTION_NOT_FOUND", "There is no such attention item.");
  }

  private static AttentionItem whyNot(AttentionItem item) {
    throw item.decision() == null
        ? Problem.of(
            409,
            "DECISION_DOES_NOT_FIT",
            "PAID and CANCELLED are for payments that are ON_HOLD, and only they end a hold.")
        : Problem.of(409, "ALREADY_RESOLVED", "This item was resolved as " + item.decision() + ".");
  }
}
