package com.partnerbridges.iiko.gateway;

import io.vertx.core.http.HttpMethod;

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

  /** A login whose answer was lost may have taken a slot; another would take one more. */
  boolean repeatsWhenSent() {
    return this != LOGIN;
  }
}
