package com.partnerbridges.iiko.gateway;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;

/** What a server is asked for. */
enum Operation {
  LOGIN("login", HttpMethod.POST, "/resto/api/auth", "text/plain"),
  LOGOUT("logout", HttpMethod.POST, "/resto/api/logout", "text/plain"),
  DEPARTMENTS(
      "departments", HttpMethod.GET, "/resto/api/corporation/departments", "application/xml"),
  STORES("stores", HttpMethod.GET, "/resto/api/corporation/stores", "application/xml"),
  SUPPLIERS("suppliers", HttpMethod.GET, "/resto/api/suppliers", "application/xml"),
  SEARCH("search", HttpMethod.GET, "/resto/api/suppliers/search", "application/xml"),
  INVOICES(
      "invoices", HttpMethod.GET, "/resto/api/documents/export/incomingInvoice", "application/xml"),
  INVOICES_JSON("invoices-json", HttpMethod.GET, "/api/invoices", "application/json");

  /** A person waits for these, in a browser that would not wait for the longest silence. */
  private static final Duration A_PERSONS_PATIENCE = Duration.ofSeconds(30);

  /** Nobody waits long for a slot to be given back: the next one in tries it again. */
  private static final Duration LOGOUT_PATIENCE = Duration.ofSeconds(10);

  private final String word;
  private final HttpMethod method;
  private final String path;
  private final String accept;

  Operation(String word, HttpMethod method, String path, String accept) {
    this.word = word;
    this.method = method;
    this.path = path;
    this.accept = accept;
  }

  /** In metrics and logs. */
  String word() {
    return word;
  }

  HttpMethod method() {
    return method;
  }

  String path() {
    return path;
  }

  String accept() {
    return accept;
  }

  /**
   * With a silent server.
   *
   * @param longest for answers that are long in the making
   */
  Duration patience(Duration longest) {
    Duration enough =
        switch (this) {
          case LOGIN, SEARCH -> A_PERSONS_PATIENCE;
          case LOGOUT -> LOGOUT_PATIENCE;
          default -> longest;
        };
    return enough.compareTo(longest) < 0 ? enough : longest;
  }

  /** A login whose answer was lost may have taken a slot; another would take one more. */
  boolean repeatsWhenSent() {
    return this != LOGIN;
  }
}
