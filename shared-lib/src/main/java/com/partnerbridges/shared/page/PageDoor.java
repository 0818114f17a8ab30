package com.partnerbridges.shared.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * The address of a page and what browsers let it do. Its files are served as they are, from {@code
 * META-INF/resources} and the folder of its name; the looks that all pages have are in {@code
 * /page}.
 */
public final class PageDoor {

  private static final int BEFORE_THE_FILES = -1;

  private PageDoor() {}

  /**
   * @param name the page's folder, and its address
   * @param pictures sources besides the page itself, as the directive {@code img-src} has them
   */
  public static void open(Router router, String name, String pictures) {
    String policy = policy(pictures);
    for (String files : new String[] {"/" + name + "/*", "/page/*"}) {
      router.route(files).order(BEFORE_THE_FILES).handler(request -> protect(request, policy));
    }
    router
        .get("/" + name)
        .order(BEFORE_THE_FILES)
        .handler(request -> addSlash(request, name + "/"));
  }

  /** Nothing but the page's own files, and its own service to talk to. */
  private static String policy(String pictures) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
        + (" img-src " + pictures + ";")
        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static void protect(RoutingContext request, String policy) {
    HttpServerResponse response = request.response();
    response.putHeader("Content-Security-Policy", policy);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("X-Frame-Options", "DENY");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    request.next();
  }

  /** The page names its files relative to itself; the part behind # is kept by the browser. */
  private static void addSlash(RoutingContext request, String address) {
    if (request.request().path().endsWith("/")) {
      request.next();
    } else {
      request.response().setStatusCode(308).putHeader(HttpHeaders.LOCATION, address).end();
    }
  }
}
