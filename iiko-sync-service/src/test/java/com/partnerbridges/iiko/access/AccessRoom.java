package com.partnerbridges.iiko.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;

/** One call of each kind that there is. */
@Path("/access-test")
@ForAccount(AccountRole.MEMBER)
public class AccessRoom {

  private final Requester requester;

  AccessRoom(Requester requester) {
    this.requester = requester;
  }

  @GET
  @Path("/{account_id}")
  public String look(@RestPath("account_id") String account) {
    return requester.name() + " " + requester.accounts().get(account);
  }

  @POST
  @Path("/{account_id}")
  @ForAccount(AccountRole.ADMIN)
  public String change(Map<String, Object> body) {
    return "changed";
  }

  @GET
  @Path("/whoever")
  @ForAccount(AccountRole.MEMBER)
  public String whoever() {
    return requester.name();
  }

  /** For operators. */
  @Path("/access-test-operator")
  public static class ForOperators {

    @GET
    @RolesAllowed("operator")
    public String look() {
      return "operator";
    }
  }
}
