package com.partnerbridges.iiko;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The API as the service describes it. */
final class ApiDocument {

  /** What tests add to the service. */
  private static final String OF_TESTS = "/access-test";

  final JsonPath json = RestAssured.get("/q/openapi?format=json").jsonPath();

  /**
   * A call that the document tells of.
   *
   * @param method in capitals
   */
  record Operation(String method, String path, Map<String, Object> details) {

    @SuppressWarnings("unchecked") // what the document is
    Map<String, Map<String, Object>> answers() {
      return (Map<String, Map<String, Object>>) details.get("responses");
    }

    /** The security scheme; null for a public call. */
    @SuppressWarnings("unchecked")
    String scheme() {
      List<Map<String, Object>> security = (List<Map<String, Object>>) details.get("security");
      return security == null ? null : security.get(0).keySet().iterator().next();
    }

    boolean isOfAnAccount() {
      return path.contains("{account_id}");
    }

    /** The path for an account, with something in place of every other parameter. */
    String at(String account) {
      return path.replace("{account_id}", account)
          .replace("{entity_type}", "all")
          .replace("{id}", "1")
          .replaceAll("\\{[a-z_]+\\}", "nothing");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    Map<String, Map<String, Map<String, Object>>> paths = json.get("paths");
    List<Operation> all = new ArrayList<>();
    new TreeMap<>(paths)
        .forEach(
            (path, operations) ->
                operations.forEach(
                    (method, details) ->
                        all.add(new Operation(method.toUpperCase(), path, details))));
    return all.stream().filter(it -> !it.path().startsWith(OF_TESTS)).toList();
  }
}
