package com.partnerbridges.iute.payment;

import com.partnerbridges.iute.IuteConfig;
import com.partnerbridges.shared.edge.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What a point of sale calls. It sees the payments of its own key only. */
@Path("/")
@RolesAllowed("pos")
@Tag(name = "Point of sale")
@SecurityRequirement(name = "api-key")
class PaymentResource {

  private final PaymentService service;
  private final PaymentRepository payments;
  private final Withdrawal withdrawal;
  private final PaymentWatch watch;
  private final SecurityIdentity caller;
  private final Duration maxWait;

  PaymentResource(
      PaymentService service,
      PaymentRepository payments,
      Withdrawal withdrawal,
      PaymentWatch watch,
      SecurityIdentity caller,
      IuteConfig config) {
    this.service = service;
    this.payments = payments;
    this.withdrawal = withdrawal;
    this.watch = watch;
    this.caller = caller;
    this.maxWait = config.maxWait();
  }

  @POST
  @Cancellable(false)
  @Path("/create_iute_payment")
  @Operation(
      summary = "Start a payment",
      description =
          "The payment is stored, then Iute asks the customer. Repeating the same orderId or"
              + " Idempotency-Key with the same content gives the same payment.")
  @APIResponse(responseCode = "200", description = "Iute has the order.")
  @APIResponse(responseCode = "400", description = "A field is missing or wrong.")
  @APIResponse(responseCode = "409", description = "orderId belongs to other content.")
  @APIResponse(
      responseCode = "422",
      description = "CUSTOMER_NOT_EXISTS, REFUSED_BY_IUTE or IDEMPOTENCY_KEY_REUSED.")
  @APIResponse(responseCode = "502", description = "Iute is away; the payment settles by itself.")
  public Uni<CreatedView> create(
      @NotNull @Valid CreatePayment wish,
      @HeaderParam("Idempotency-Key") @Pattern(regexp = Text.KEY) String idempotencyKey) {
    return service
        .create(wish, caller.getPrincipal().getName(), idempotencyKey)
        .map(CreatedView::of);
  }

  @GET
  @Path("/payment_status/{orderId}")
  @Operation(
      summary = "Ask for a payment",
      description = "With wait, the answer is held until the status changes or the time is over.")
  @APIResponse(responseCode = "200", description = "Where the payment stands.")
  @APIResponse(responseCode = "404", description = "No payment of yours has this orderId.")
  public Uni<StatusView> status(
      @RestPath @Pattern(regexp = Text.ORDER_ID) String orderId,
      @QueryParam("wait")
          @DefaultValue("0")
          @Parameter(description = "Seconds, 0 to 30.", example = "25")
          int wait) {
    Duration limit = Duration.ofSeconds(wait);
    if (limit.isNegative() || limit.compareTo(maxWait) > 0) {
      throw Problem.of(
          400, "WAIT_OUT_OF_RANGE", "wait is 0 to " + maxWait.toSeconds() + " seconds.");
    }
    return own(orderId)
        .flatMap(
            payment ->
                limit.isZero() || !payment.status().isOpen()
                    ? Uni.createFrom().item(payment)
                    : watch
                        .change(orderId, payment.status(), limit)
                        .flatMap(changed -> own(orderId)))
        .flatMap(payment -> payments.history(orderId).map(past -> StatusView.of(payment, past)));
  }

  @POST
  @Cancellable(false)
  @Path("/payments/{orderId}/withdraw")
  @Operation(summary = "Cancel an open payment at Iute")
  @APIResponse(responseCode = "200", description = "The payment is cancelled.")
  @APIResponse(responseCode = "409", description = "NOT_OPEN or NOT_YET_AT_IUTE.")
  @APIResponse(responseCode = "422", description = "Iute refused.")
  @APIResponse(responseCode = "502", description = "Iute is away.")
  public Uni<StatusView> withdraw(@RestPath @Pattern(regexp = Text.ORDER_ID) String orderId) {
    return own(orderId)
        .flatMap(withdrawal::withdraw)
        .flatMap(payment -> payments.history(orderId).map(past -> StatusView.of(payment, past)));
  }

  private Uni<Payment> own(String orderId) {
    return payments
        .find(orderId)
        .map(
            found ->
                found
                    .filter(payment -> payment.createdBy().equals(caller.getPrincipal().getName()))
                    .orElseThrow(() -> OfficeResource.notFound(orderId)));
  }
}
