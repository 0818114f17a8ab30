package com.partnerbridges.iute.payment;

import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the office reads: all payments, of every point of sale. */
@Path("/")
@RolesAllowed("reader")
@Tag(name = "Office")
@SecurityRequirement(name = "api-key")
@Produces(MediaType.APPLICATION_JSON)
class OfficeResource {

  private final PaymentRepository payments;
  private final OfficeRepository office;

  OfficeResource(PaymentRepository payments, OfficeRepository office) {
    this.payments = payments;
    this.office = office;
  }

  @GET
  @Path("/payments")
  @Operation(summary = "List payments, newest first; from is included, to is not")
  public Uni<ListView<PaymentView>> list(@Valid @BeanParam PaymentFilter filter) {
    return office.list(filter);
  }

  @GET
  @Path("/payments/{orderId}")
  @Operation(summary = "One payment with its history and the webhooks that came for it")
  public Uni<PaymentDetailView> one(@RestPath @Pattern(regexp = Text.ORDER_ID) String orderId) {
    return payments
        .find(orderId)
        .map(found -> PaymentView.of(found.orElseThrow(() -> notFound(orderId))))
        .flatMap(
            view ->
                payments
                    .history(orderId)
                    .flatMap(
                        history ->
                            office
                                .deliveries(orderId)
                                .map(came -> new PaymentDetailView(view, history, came))));
  }

  static Problem notFound(String orderId) {
    return Problem.of(404, "PAYMENT_NOT_FOUND", "There is no payment with this orderId.")
        .with("orderId", orderId);
  }
}
