package com.partnerbridges.utopia.order;

import com.partnerbridges.shared.edge.ListView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the office reads. */
@Path("/orders")
@RolesAllowed("reader")
@Tag(name = "Office")
@SecurityRequirement(name = "api-key")
@Produces(MediaType.APPLICATION_JSON)
class OfficeResource {

  private final OfficeRepository office;

  OfficeResource(OfficeRepository office) {
    this.office = office;
  }

  @GET
  @Operation(summary = "List orders, newest first; from is included, to is not")
  @APIResponse(responseCode = "200", description = "Orders with their steps.")
  public Uni<ListView<OrderView>> list(@Valid @BeanParam OrderFilter filter) {
    return office.list(filter);
  }

  @GET
  @Path("/counts")
  @Operation(summary = "How many orders there are in each state")
  public Uni<Map<OrderState, Long>> counts() {
    return office.counts();
  }

  @GET
  @Path("/{orderref}")
  @Operation(summary = "One order with its steps, its history, and its customer in PowerCode")
  @APIResponse(responseCode = "200", description = "The order.")
  @APIResponse(responseCode = "404", description = "ORDER_NOT_FOUND")
  public Uni<OrderDetailView> one(@RestPath @Pattern(regexp = Orderref.FORM) String orderref) {
    return office.find(orderref).map(found -> found.orElseThrow(() -> WhyNot.unknown(orderref)));
  }
}
