package com.partnerbridges.dev.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The page at {@code /}: its files, read once, and a policy that lets it load nothing else. */
final class Page {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final List<String> FILES =
      List.of(
          "style.css",
          "main.js",
          "api.js",
          "dom.js",
          "faults.js",
          "traffic.js",
          "mail.js",
          "iute.js",
          "xendit.js",
          "atlas.js",
          "utopia.js",
          "powercode.js",
          "iiko.js");

  private Page() {}

  static void mount(Router router) {
    Buffer index = read("index.html");
    router.get("/").handler(call -> send(call, "text/html", index));
    for (String file : FILES) {
      Buffer content = read(file);
      String type = file.endsWith(".css") ? "text/css" : "text/javascript";
      router.get("/" + file).handler(call -> send(call, type, content));
    }
  }

  private static void send(RoutingContext call, String type, Buffer content) {
    call.response()
        .putHeader("Content-Type", type + "; charset=utf-8")
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cache-Control", "no-cache")
        .end(content);
  }

  private static Buffer read(String file) {
    try (InputStream content = Page.class.getResourceAsStream("page/" + file)) {
      return Buffer.buffer(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
