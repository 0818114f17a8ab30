package com.partnerbridges.xendit.access;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.Envelope;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
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
  @Path("/public/{external_id}")
  @Limited
  @Encrypted
  @Operation(hidden = true)
  public Uni<Response> poll(@PathParam("external_id") String id, @Context Request request) {
    EntityTag tag = new EntityTag(id);
    ResponseBuilder answer = request.evaluatePreconditions(tag);
    answer = answer == null ? Response.ok(Envelope.of("Open, with care.", id)) : answer;
    return Uni.createFrom().item(answer.tag(tag).build());
  }

  @GET
  @Path("/public/{external_id}/missing")
  @Encrypted
  @Operation(hidden = true)
  public Uni<Envelope<String>> missing() {
    throw Problem.of(404, "NOT_THERE", "It is not there.");
  }

  @GET
  @Path("/public/{external_id}/plain")
  @Encrypted
  @Operation(hidden = true)
  public Uni<Envelope<String>> plain(@PathParam("external_id") String id) {
    return Uni.createFrom().item(Envelope.of("Open, with care.", id));
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
