package com.partnerbridges.dev.testkit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as it stands in the body, since a writer would repair what is wrong with it. */
public final class JsonGarbage {

  private static final String HUGE = "a".repeat(200_000);

  /** For any field. */
  public static final List<String> ANY =
      List.of(
          "",
          "gar-bage",
          "\"gar-bage",
          "'gar-bage'",
          "NaN",
          "-",
          "01",
          "{\"gar-bage!\":[]}",
          "[[\"gar-bage\"]]",
          "[".repeat(3000),
          "[".repeat(900) + "]".repeat(900));

  /** Where a line of text belongs. */
  public static final List<String> TEXT =
      List.of(
          "\"\"",
          "{}",
          "[]",
          "\"\\u0000\"",
          "\"gar-bage\\u0000\"",
          "\"gar-bage\u0000\"",
          "\"gar-bage\\n\"",
          "\"gar-bage\\u001b[2J\"",
          "\"gar-bage\\ud800\"",
          "\"\\udc00gar-bage\"",
          "\"gar-bage\\x\"",
          "\"" + HUGE + "\"");

  /** Where a number belongs that must be there. */
  public static final List<String> NUMBER =
      List.of(
          "null",
          "\"\"",
          "\"gar-bage\"",
          "\"NaN\"",
          "true",
          "{}",
          "[]",
          "-1",
          "-0.01",
          "1.005",
          "1e-3",
          "1e400",
          "1e999999999",
          "1e-999999999",
          "-1e999999999",
          "99999999999",
          "Infinity",
          "9".repeat(5000));

  private JsonGarbage() {}

  /** The good fields, each in turn replaced by each piece of its garbage. */
  public static List<String> bodies(Map<String, String> good, Map<String, List<String>> garbage) {
    List<String> bodies = new ArrayList<>();
    garbage.forEach(
        (field, pieces) ->
            and(pieces, ANY.toArray(String[]::new))
                .forEach(piece -> bodies.add(json(good, field, piece))));
    return bodies;
  }

  public static String json(Map<String, String> fields, String field, String value) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put(field, value);
    return all.entrySet().stream()
        .map(it -> "\"" + it.getKey() + "\":" + it.getValue())
        .collect(joining(",", "{", "}"));
  }

  public static List<String> and(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
