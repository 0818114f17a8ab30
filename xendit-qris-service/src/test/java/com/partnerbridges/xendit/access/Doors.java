package com.partnerbridges.xendit.access;

import com.partnerbridges.xendit.Envelope;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The smallest resources that each way of access can be tried at. */
@Path("/doors")
public class Doors {

  private final SecurityIdentity caller;

  Doors(SecurityIdentity caller) {
    this.caller = caller;
  }

  /** What a caller may send. */
  public record Parcel(@NotBlank String label, int weight) {}

  @GET
  @Path("/open")
  @Operation(hidden = true)
  public Envelope<String> open() {
    return Envelope.of("Open to all.", "");
  }

  @GET
  @Path("/staff")
  @RolesAllowed("staff")
  @Operation(hidden = true)
  public Envelope<String> staff() {
    return Envelope.of("Open to staff.", caller.getPrincipal().getName());
  }

  @GET
  @Path("/admin")
  @RolesAllowed("admin")
  @Operation(hidden = true)
  public Envelope<String> admin() {
    return Envelope.of("Open to admins.", caller.getPrincipal().getName());
  }

  @GET
  @Path("/jobs")
  @RolesAllowed({"admin", "operator"})
  @Operation(hidden = true)
  public Envelope<String> jobs() {
    return Envelope.of("Open to operators.", caller.getPrincipal().getName());
  }

  @GET
  @Path("/broken")
  @Operation(hidden = true)
  public Envelope<String> broken() {
    throw new IllegalStateException("secret-of-the-house");
  }

  @POST
  @Path("/parcels")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Envelope<String> take(@Valid Parcel parcel) {
    return Envelope.of("Taken.", parcel.label());
  }
}
