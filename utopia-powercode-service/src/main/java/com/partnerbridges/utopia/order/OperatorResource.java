package com.partnerbridges.utopia.order;

import com.partnerbridges.shared.edge.OptionalBody;
import com.partnerbridges.utopia.order.Wish.ByHand;
import com.partnerbridges.utopia.order.Wish.Resolution;
import com.partnerbridges.utopia.order.Wish.Retry;
import com.partnerbridges.utopia.order.Wish.Start;
import com.partnerbridges.utopia.order.Wish.Window;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What an operator does to orders. */
@Path("/orders")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Tag(name = "Operator")
@SecurityRequirement(name = "api-key")
@Produces(MediaType.APPLICATION_JSON)
class OperatorResource {

  private final OperatorActs acts;
  private final OfficeResource office;
  private final DryRun dryRun;

  OperatorResource(OperatorActs acts, OfficeResource office, DryRun dryRun) {
    this.dryRun = dryRun;
    this.acts = acts;
    this.office = office;
  }

  @POST
  @Cancellable(false)
  @Operation(summary = "Start an order by hand, as if UTOPIA had called for it")
  @APIResponse(responseCode = "201", description = "It is new, and worked on from now.")
  @APIResponse(responseCode = "200", description = "It is there already; nothing was changed.")
  public Uni<RestResponse<OrderDetailView>> start(@NotNull @Valid Start start) {
    return acts.start(start.orderref())
        .flatMap(
            isNew ->
                office
                    .one(start.orderref())
                    .map(order -> RestResponse.status(isNew ? Status.CREATED : Status.OK, order)));
  }

  @POST
  @Cancellable(false)
  @Path("/{orderref}/retry")
  @Operation(
      summary = "Go on with an order that has stopped",
      description =
          "A step that may have been done already is done again only when the body names it:"
              + " whoever names it has seen that PowerCode does not have it.")
  @APIResponse(responseCode = "200", description = "It is worked on again.")
  @APIResponse(responseCode = "404", description = "ORDER_NOT_FOUND")
  @APIResponse(
      responseCode = "409",
      description = "ORDER_NOT_STOPPED, STEP_UNCLEAR, STEP_NOT_UNCLEAR or ORDER_CHANGED")
  public Uni<OrderDetailView> retry(
      @RestPath @Pattern(regexp = Orderref.FORM) String orderref,
      @OptionalBody @Valid Retry retry) {
    return acts.retry(orderref, retry == null ? null : retry.repeat());
  }

  @POST
  @Cancellable(false)
  @Path("/{orderref}/resolve")
  @Operation(summary = "Set aside an order that has stopped: a person has dealt with it")
  @APIResponse(responseCode = "200", description = "It is RESOLVED.")
  @APIResponse(responseCode = "404", description = "ORDER_NOT_FOUND")
  @APIResponse(responseCode = "409", description = "ORDER_NOT_STOPPED or ORDER_CHANGED")
  public Uni<OrderDetailView> resolve(
      @RestPath @Pattern(regexp = Orderref.FORM) String orderref,
      @NotNull @Valid Resolution resolution) {
    return acts.resolve(orderref, resolution.note());
  }

  @POST
  @Cancellable(false)
  @Path("/{orderref}/step")
  @Operation(
      summary = "Say that a person has done a step by hand",
      description =
          "The order goes on by itself, unless another step is left for a person to decide. An"
              + " e-mail can be said to be sent in any state.")
  @APIResponse(responseCode = "200", description = "The step is DONE.")
  @APIResponse(responseCode = "404", description = "ORDER_NOT_FOUND")
  @APIResponse(
      responseCode = "409",
      description =
          "ORDER_NOT_STOPPED, STEP_NOT_BY_HAND, STEP_NOT_THERE, STEP_DONE, NO_LETTER_WAITS or"
              + " ORDER_CHANGED")
  public Uni<OrderDetailView> step(
      @RestPath @Pattern(regexp = Orderref.FORM) String orderref, @NotNull @Valid ByHand byHand) {
    return acts.step(orderref, byHand);
  }

  @POST
  @Cancellable(false)
  @Path("/retry")
  @Operation(
      summary = "Go on with the orders that stopped within a time",
      description = "from is included, to is not. Orders with an unclear step are left alone.")
  @APIResponse(responseCode = "200", description = "How many are worked on again.")
  public Uni<WindowView> retryWindow(@NotNull @Valid Window window) {
    return acts.retry(window);
  }

  @POST
  @Cancellable(false)
  @Path("/{orderref}/dry-run")
  @Operation(
      summary = "Show what would be sent if the order began now, and send nothing",
      description =
          "UTOPIA is asked for the order and PowerCode for its customer; neither is changed, nor is"
              + " anything stored. The order need not be known here.")
  @APIResponse(responseCode = "200", description = "All of it, and what would stop the order.")
  public Uni<DryRunView> dryRun(@RestPath @Pattern(regexp = Orderref.FORM) String orderref) {
    return dryRun.of(orderref);
  }
}
