package com.partnerbridges.iiko.gateway;

import com.partnerbridges.shared.edge.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * One question.
 *
 * @param query escaped, with its question mark; empty when there is none
 * @param form the body of a POST
 * @param token null before the login
 */
record Ask(Operation operation, String query, String form, Secret token) {

  static Ask login(String username, String passwordSha1) {
    String form = "login=" + escaped(username) + "&pass=" + passwordSha1;
    return new Ask(Operation.LOGIN, "", form, null);
  }

  static Ask of(Operation operation, Secret token) {
    return new Ask(operation, "", "", token);
  }

  static Ask search(String name, Secret token) {
    return new Ask(Operation.SEARCH, "?name=" + escaped(name), "", token);
  }

  static Ask invoices(LocalDate from, LocalDate to, Secret token) {
    return new Ask(Operation.INVOICES, "?from=" + from + "&to=" + to, "", token);
  }

  static Ask invoicesJson(LocalDate from, LocalDate to, Secret token) {
    String query = "?type=arrival&from=" + from + "&to=" + to;
    return new Ask(Operation.INVOICES_JSON, query, "", token);
  }

  /** Not the form, which holds the password's hash. */
  @Override
  public String toString() {
    return "Ask[" + operation.word() + "]";
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
