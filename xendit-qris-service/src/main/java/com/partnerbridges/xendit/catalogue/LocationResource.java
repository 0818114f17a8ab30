package com.partnerbridges.xendit.catalogue;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.Envelope;
import com.partnerbridges.xendit.EnvelopeList;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Locations: staff choose from them, administrators keep them. */
@Path("/api/v1")
@RolesAllowed("staff")
@Tag(name = "Office")
@SecurityRequirement(name = "atlas")
class LocationResource {

  private final LocationRepository locations;
  private final Clock clock;

  LocationResource(LocationRepository locations, Clock clock) {
    this.locations = locations;
    this.clock = clock;
  }

  @GET
  @Path("/locations")
  @Operation(summary = "List locations by name")
  public Uni<EnvelopeList<Location>> list(@Valid @BeanParam NameSearch part) {
    return locations
        .count(part.search)
        .flatMap(
            total ->
                locations
                    .list(part)
                    .map(found -> EnvelopeList.of("The locations.", found, total, part)));
  }

  @GET
  @Path("/locations/{id}")
  @Operation(summary = "One location")
  @APIResponse(responseCode = "200", description = "The location.")
  @APIResponse(responseCode = "404", description = "LOCATION_NOT_FOUND.")
  public Uni<Envelope<Location>> one(@RestPath long id) {
    return locations.find(id).map(found -> known("The location.", found));
  }

  @POST
  @Cancellable(false)
  @Path("/locations")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("admin")
  @ResponseStatus(201)
  @Operation(summary = "Add a location")
  @APIResponse(
      responseCode = "201",
      description = "The new location.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(ref = "EnvelopeLocation")))
  @APIResponse(responseCode = "409", description = "LOCATION_NAME_TAKEN, in any case.")
  @APIResponse(responseCode = "422", description = "A field is not valid.")
  public Uni<Envelope<Location>> create(@NotNull @Valid LocationForm form) {
    return locations
        .insert(form.ml_name(), clock.instant())
        .map(made -> Envelope.of("The location is added.", made));
  }

  @PUT
  @Cancellable(false)
  @Path("/locations/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("admin")
  @Operation(summary = "Rename a location")
  @APIResponse(responseCode = "200", description = "The location as it is now.")
  @APIResponse(responseCode = "404", description = "LOCATION_NOT_FOUND.")
  @APIResponse(responseCode = "409", description = "LOCATION_NAME_TAKEN, in any case.")
  @APIResponse(responseCode = "422", description = "A field is not valid.")
  public Uni<Envelope<Location>> rename(@RestPath long id, @NotNull @Valid LocationForm form) {
    return locations
        .rename(id, form.ml_name(), clock.instant())
        .map(renamed -> known("The location is renamed.", renamed));
  }

  @DELETE
  @Cancellable(false)
  @Path("/locations/{id}")
  @RolesAllowed("admin")
  @Operation(summary = "Delete a location that never had a transaction")
  @APIResponse(responseCode = "200", description = "The location that was.")
  @APIResponse(responseCode = "404", description = "LOCATION_NOT_FOUND.")
  @APIResponse(responseCode = "409", description = "LOCATION_IN_USE.")
  public Uni<Envelope<Location>> delete(@RestPath long id) {
    return locations.delete(id).map(deleted -> known("The location is deleted.", deleted));
  }

  private static Envelope<Location> known(String message, Optional<Location> location) {
    return Envelope.of(
        message,
        location.orElseThrow(
            () -> Problem.of(404, "LOCATION_NOT_FOUND", "There is no location with this id.")));
  }
}
