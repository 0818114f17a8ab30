package com.partnerbridges.shared.metric;

import io.vertx.mutiny.sqlclient.Row;
import java.util.stream.Stream;

/**
 * One number that lies in the database.
 *
 * @param metric its name, words with dots between them
 * @param label what tells it from others of this metric: its name, and one of few values; null when
 *     there is only one
 */
public record Figure(String metric, String label, String value, double number) {

  /** For statements that give {@code metric, label, value, number}. */
  public static Figure of(Row row) {
    return new Figure(
        row.getString("metric"),
        row.getString("label"),
        row.getString("value"),
        row.getNumeric("number").doubleValue());
  }

  /** Nothing is open of these kinds. */
  public static Stream<Figure> noneOpen(String... kinds) {
    return Stream.of(kinds)
        .flatMap(
            kind ->
                Stream.of(
                    new Figure("attention.open", "kind", kind, 0),
                    new Figure("attention.oldest.seconds", "kind", kind, 0)));
  }

  Key key() {
    return new Key(metric, label, value);
  }

  /** Which number it is. */
  record Key(String metric, String label, String value) {}
}
