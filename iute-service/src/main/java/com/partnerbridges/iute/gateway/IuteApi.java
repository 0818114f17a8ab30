package com.partnerbridges.iute.gateway;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Iute's physical-POS API. The token goes raw into {@code Authorization}, with no scheme. */
@RegisterRestClient(configKey = "iute")
@Path("/api/v1/physical-api-partners")
interface IuteApi {

  @GET
  @Path("/me")
  Uni<RestResponse<String>> me(@HeaderParam(HttpHeaders.AUTHORIZATION) String token);

  @POST
  @Path("/order")
  @Consumes(MediaType.APPLICATION_JSON)
  Uni<RestResponse<String>> createOrUpdate(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String token, String order);

  @GET
  @Path("/orders/{orderId}/status")
  Uni<RestResponse<String>> status(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("orderId") String orderId);

  @POST
  @Path("/orders/{orderId}/withdraw")
  Uni<RestResponse<String>> withdraw(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String token, @PathParam("orderId") String orderId);
}
