package com.partnerbridges.xendit.transaction;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.Text;
import com.partnerbridges.xendit.XenditConfig;
import com.partnerbridges.xendit.access.Encrypted;
import com.partnerbridges.xendit.access.Limited;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What anybody may see who knows a transaction's id. */
@Path("/api/v1")
@Tag(name = "Public")
class PublicResource {

  private final TransactionRepository transactions;
  private final TransactionWatch watch;
  private final Duration maxWait;

  PublicResource(TransactionRepository transactions, TransactionWatch watch, XenditConfig config) {
    this.transactions = transactions;
    this.watch = watch;
    this.maxWait = config.maxWait();
  }

  @GET
  @Path("/transactions/external/{external_id}")
  @Limited
  @Encrypted
  @Operation(
      summary = "Ask for a transaction",
      description =
          "With wait, the answer is held until the status changes or the time is over. With the"
              + " ETag of an earlier answer in If-None-Match, nothing new is a 304.")
  @APIResponse(responseCode = "200", description = "Where the transaction stands.")
  @APIResponse(responseCode = "304", description = "Where it stood.")
  @APIResponse(responseCode = "404", description = "TRANSACTION_NOT_FOUND.")
  public Uni<RestResponse<Envelope<StatusView>>> status(
      @RestPath("external_id") @Pattern(regexp = Text.EXTERNAL_ID) String externalId,
      @QueryParam("wait")
          @DefaultValue("0")
          @Parameter(description = "Seconds, 0 to 30.", example = "25")
          int wait,
      @Context Request request) {
    Duration limit = Duration.ofSeconds(wait);
    if (limit.isNegative() || limit.compareTo(maxWait) > 0) {
      throw Problem.of(
          422, "WAIT_OUT_OF_RANGE", "wait is 0 to " + maxWait.toSeconds() + " seconds.");
    }
    return watch
        .settled(externalId, () -> known(externalId), limit)
        .map(transaction -> answer(transaction, request));
  }

  @GET
  @Path("/transactions/external/{external_id}/qr.svg")
  @Limited
  @Produces("image/svg+xml")
  @Operation(summary = "The QR code as a picture")
  @APIResponse(responseCode = "200", description = "SVG, black on white, of any size.")
  @APIResponse(responseCode = "404", description = "TRANSACTION_NOT_FOUND or NO_CODE.")
  public Uni<RestResponse<String>> picture(
      @RestPath("external_id") @Pattern(regexp = Text.EXTERNAL_ID) String externalId) {
    return known(externalId)
        .map(PublicResource::code)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            code ->
                RestResponse.ResponseBuilder.ok(QrPicture.svg(code))
                    .header("Cache-Control", "public, max-age=86400, immutable")
                    .build());
  }

  private Uni<Transaction> known(String externalId) {
    return transactions.find(externalId).map(found -> found.orElseThrow(Transaction::notFound));
  }

  private static String code(Transaction transaction) {
    if (!transaction.hasCode()) {
      throw Problem.of(404, "NO_CODE", "Xendit gave no code for this transaction.");
    }
    return transaction.qrisString();
  }

  /** All that can change is the status, and with it the time of its payment. */
  private static RestResponse<Envelope<StatusView>> answer(
      Transaction transaction, Request request) {
    EntityTag tag =
        new EntityTag(transaction.status() + "-" + transaction.movedAt().toEpochMilli());
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return RestResponse.ResponseBuilder.<Envelope<StatusView>>create(304)
          .tag(tag)
          .header("Cache-Control", "no-cache")
          .build();
    }
    String message = "Transaction is " + transaction.status() + ".";
    return RestResponse.ResponseBuilder.ok(Envelope.of(message, StatusView.of(transaction)))
        .tag(tag)
        .header("Cache-Control", "no-cache")
        .build();
  }
}
