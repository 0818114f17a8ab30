package com.partnerbridges.shared.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** A resource as a service has them, for the tests to call wrongly. */
@Path("/parcels")
@ApplicationScoped
@Produces("application/json")
@Consumes("application/json")
class ParcelResource {
  enum Size {
    SMALL,
    LARGE
  }

  record Item(@NotBlank String name, @Positive @JsonProperty("unit_price") BigDecimal unitPrice) {}

  record Parcel(
      @NotNull BigDecimal weight, Size size, int pieces, List<@Valid @NotNull Item> items) {}

  @POST
  @PermitAll
  public Map<String, Object> post(@Valid Parcel parcel) {
    return Map.of("pieces", parcel.pieces());
  }

  @POST
  @Path("/later")
  @PermitAll
  public Uni<Map<String, Object>> postLater(@Valid Parcel parcel) {
    return Uni.createFrom().item(() -> Map.of("pieces", parcel.pieces()));
  }

  @POST
  @Path("/raw")
  @Consumes("*/*")
  @PermitAll
  public Map<String, Object> raw(byte[] body) {
    return Map.of("length", body.length);
  }

  @POST
  @Path("/optional")
  @PermitAll
  public Map<String, Object> optional(@OptionalBody @Valid Parcel parcel) {
    return Map.of("parcel", parcel != null);
  }

  @GET
  @PermitAll
  public Map<String, Object> list(
      @QueryParam("limit") @Max(500) Integer limit,
      @RestQuery @Max(9) int skip,
      @RestQuery("from") Instant since,
      @QueryParam("size") Optional<Size> size,
      @QueryParam("sizes") @Separator(",") List<Size> sizes,
      @RestQuery("day") LocalDate day) {
    if (sizes.contains(Size.SMALL) && sizes.contains(Size.LARGE)) {
      throw Problem.invalid("sizes", "must not contradict each other", "contradiction");
    }
    return Map.of("from", String.valueOf(since), "day", String.valueOf(day));
  }

  @GET
  @Path("/{number}")
  @PermitAll
  public Map<String, Object> one(@PathParam("number") long number) {
    throw Problem.of(409, "PARCEL_ON_ITS_WAY", "The parcel has left.")
        .with("parcel", number)
        .withHeader("Retry-After", "30");
  }

  @GET
  @Path("/pos")
  @RolesAllowed("pos")
  public Map<String, Object> forTills(@Context SecurityContext caller) {
    return Map.of("name", caller.getUserPrincipal().getName());
  }

  @GET
  @Path("/reader")
  @RolesAllowed("reader")
  public Map<String, Object> forReaders(@Context SecurityContext caller) {
    return Map.of("name", caller.getUserPrincipal().getName());
  }

  @GET
  @Path("/known")
  @Authenticated
  public Map<String, Object> forAllKnown() {
    return Map.of();
  }

  @GET
  @Path("/broken")
  @PermitAll
  public Map<String, Object> broken() {
    throw new IllegalStateException("secret-of-the-house +355691234512");
  }

  @GET
  @Path("/wrong-answer")
  @PermitAll
  public @NotNull Map<String, Object> wrongAnswer() {
    return null;
  }

  @GET
  @Path("/away")
  @PermitAll
  public Map<String, Object> away() {
    throw new ServiceUnavailableException(7L);
  }

  @GET
  @Path("/teapot")
  @PermitAll
  public Map<String, Object> teapot() {
    throw new WebApplicationException("secret-of-the-house", 418);
  }
}
