package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Answer;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiFunction;

/** In and out of a server, and who may pass. */
final class Doors {
  private static final String KEY = "key";
  private static final String BEARER = "Bearer ";

  /** What comes in the query alone is not even looked at. */
  Answer login(IikoTenant tenant, RoutingContext call) {
    MultiMap form = call.request().formAttributes();
    if (!form.contains("login") || !form.contains("pass")) {
      throw new Refused(500, "java.lang.NullPointerException");
    }
    return login(tenant, form);
  }

  Answer loginByQuery(IikoTenant tenant, RoutingContext call) {
    return login(tenant, call.queryParams());
  }

  Answer logout(IikoTenant tenant, RoutingContext call) {
    tenant.sessions().logout(key(call));
    return IikoApi.text(200, "");
  }

  BiFunction<IikoTenant, RoutingContext, Answer> open(
      BiFunction<IikoTenant, RoutingContext, Answer> answer) {
    return (tenant, call) -> {
      tenant.sessions().require(key(call));
      return answer.apply(tenant, call);
    };
  }

  BiFunction<IikoTenant, RoutingContext, Answer> openToBearer(
      BiFunction<IikoTenant, RoutingContext, Answer> answer) {
    return (tenant, call) -> {
      String header = call.request().getHeader("Authorization");
      boolean bearer = header != null && header.startsWith(BEARER);
      tenant.sessions().require(bearer ? header.substring(BEARER.length()) : null);
      return answer.apply(tenant, call);
    };
  }

  private static Answer login(IikoTenant tenant, MultiMap parameters) {
    IikoSettings settings = tenant.settings();
    String token =
        tenant.sessions().login(parameters.get("login"), parameters.get("pass"), settings);
    return IikoApi.text(200, settings.wrappedToken() ? " \"" + token + "\"\r\n" : token);
  }

  private static String key(RoutingContext call) {
    Cookie cookie = call.request().getCookie(KEY);
    return cookie == null ? call.queryParams().get(KEY) : cookie.getValue();
  }
}
