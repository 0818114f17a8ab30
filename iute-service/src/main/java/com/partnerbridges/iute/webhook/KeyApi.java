package com.partnerbridges.iute.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Where Iute publishes the key of its webhooks: the setting is the file's whole address. */
@RegisterRestClient(configKey = "iute-key")
interface KeyApi {

  @GET
  Uni<RestResponse<byte[]>> pem();
}
