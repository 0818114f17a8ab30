package com.partnerbridges.xendit.photo;

import com.partnerbridges.xendit.Caller;
import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.Text;
import com.partnerbridges.xendit.access.Encrypted;
import com.partnerbridges.xendit.access.Limited;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The pictures of a transaction. */
@Path("/api/v1")
@Tag(name = "Photos")
class PhotoResource {

  private static final String PHOTOS = "/transactions/{external_id}/photos";

  private final PhotoService service;
  private final Caller caller;

  PhotoResource(PhotoService service, Caller caller) {
    this.service = service;
    this.caller = caller;
  }

  @GET
  @Path(PHOTOS)
  @Limited
  @Encrypted
  @Operation(summary = "Look at the gallery")
  @APIResponse(responseCode = "200", description = "The picture links, as they were registered.")
  @APIResponse(responseCode = "404", description = "No such transaction, no photos, or no longer.")
  @APIResponse(responseCode = "429", description = "RATE_LIMITED.")
  public Uni<Envelope<GalleryView>> show(
      @RestPath("external_id") @Pattern(regexp = Text.EXTERNAL_ID) String externalId) {
    return service.show(externalId).map(gallery -> Envelope.of("Photos found.", gallery));
  }

  @POST
  @Cancellable(false)
  @Path(PHOTOS)
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("staff")
  @SecurityRequirement(name = "atlas")
  @ResponseStatus(201)
  @Operation(
      summary = "Register pictures of a paid transaction",
      description = "Those that are known already are known once; 100 at most in all.")
  @APIResponse(responseCode = "201", description = "The whole gallery.")
  @APIResponse(responseCode = "404", description = "No such transaction.")
  @APIResponse(responseCode = "409", description = "NOT_COMPLETED")
  @APIResponse(responseCode = "422", description = "A link is not allowed, or TOO_MANY_PHOTOS.")
  public Uni<Envelope<GalleryView>> add(
      @RestPath("external_id") @Pattern(regexp = Text.EXTERNAL_ID) String externalId,
      @NotNull @Valid AddPhotos photos) {
    return service
        .add(externalId, photos.urls())
        .map(gallery -> Envelope.of("Photos registered.", gallery));
  }

  @POST
  @Cancellable(false)
  @Path(PHOTOS + "/email")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("staff")
  @SecurityRequirement(name = "atlas")
  @Operation(
      summary = "Send the gallery by e-mail, once",
      description =
          "A repetition sends nothing and tells what became of the e-mail, unless it says again."
              + " The time that the photos stay begins with the first e-mail.")
  @APIResponse(responseCode = "200", description = "SENT, or QUEUED: it goes out by itself.")
  @APIResponse(responseCode = "404", description = "No such transaction.")
  @APIResponse(responseCode = "409", description = "NO_PHOTOS, NO_EMAIL or PHOTOS_EXPIRED")
  public Uni<Envelope<PhotoMailView>> send(
      @RestPath("external_id") @Pattern(regexp = Text.EXTERNAL_ID) String externalId,
      @NotNull @Valid SendPhotos wish) {
    return caller
        .name()
        .flatMap(who -> service.send(externalId, wish, who))
        .map(mail -> Envelope.of("The e-mail is " + mail.status() + ".", mail));
  }
}
