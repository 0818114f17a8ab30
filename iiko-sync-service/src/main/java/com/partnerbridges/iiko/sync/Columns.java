package com.partnerbridges.iiko.sync;

import static java.util.stream.Collectors.joining;

import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The columns of a table that follow iiko. Many records travel as one array of text for each
 * column, which PostgreSQL reads: so decimals stay as they are written.
 */
final class Columns<T> {

  private record Column<T>(String name, String type, Function<T, Object> value) {

    String text(T record) {
      Object it = value.apply(record);
      return it instanceof BigDecimal number
          ? number.toPlainString()
          : it == null ? null : it.toString();
    }
  }

  private final List<Column<T>> columns = new ArrayList<>();

  Columns<T> with(String name, String type, Function<T, Object> value) {
    columns.add(new Column<>(name, type, value));
    return this;
  }

  int count() {
    return columns.size();
  }

  /** {@code code, name}. */
  String names() {
    return each("%1$s");
  }

  /** {@code g.code::text, g.name::text}. */
  String cast() {
    return each("g.%1$s::%2$s");
  }

  /** {@code code = excluded.code, name = excluded.name}. */
  String set() {
    return each("%1$s = excluded.%1$s");
  }

  /** {@code unnest($3::text[], $4::text[]) as g(code, name)}. */
  String given(int first) {
    return given(first, columns.size(), names());
  }

  /** The same with one more column, {@code hash}, for {@link #bindMarked}. */
  String givenMarked(int first) {
    return given(first, columns.size() + 1, names() + ", hash");
  }

  private static String given(int first, int count, String names) {
    return IntStream.range(first, first + count)
        .mapToObj(number -> "$" + number + "::text[]")
        .collect(joining(", ", "unnest(", ") as g(" + names + ")"));
  }

  void bind(Tuple arguments, List<T> records) {
    for (Column<T> column : columns) {
      arguments.addArrayOfString(records.stream().map(column::text).toArray(String[]::new));
    }
  }

  void bindMarked(Tuple arguments, List<Kept.Marked<T>> records) {
    bind(arguments, records.stream().map(Kept.Marked::record).toList());
    arguments.addArrayOfString(records.stream().map(Kept.Marked::hash).toArray(String[]::new));
  }

  void digest(ContentHash hash, T record) {
    columns.forEach(column -> hash.add(column.value().apply(record)));
  }

  private String each(String form) {
    return columns.stream()
        .map(column -> form.formatted(column.name(), column.type()))
        .collect(joining(", "));
  }
}
