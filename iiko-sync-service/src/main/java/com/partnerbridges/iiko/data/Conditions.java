package com.partnerbridges.iiko.data;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.stream.Stream;

/** Only what was asked for stands in the statement, so that its plan fits. */
final class Conditions {

  private final StringBuilder sql = new StringBuilder();
  private final Tuple arguments;

  Conditions(String accountId) {
    arguments = Tuple.of(accountId);
  }

  /**
   * @param condition with a question mark for each value
   * @param values the condition is left out when one of them is null
   */
  Conditions and(String condition, Object... values) {
    if (Stream.of(values).allMatch(value -> value != null)) {
      sql.append(" and ").append(numbered(condition, values));
    }
    return this;
  }

  private String numbered(String condition, Object... values) {
    String text = condition;
    for (Object value : values) {
      arguments.addValue(value);
      text = text.replaceFirst("\\?", "\\$" + arguments.size());
    }
    return text;
  }

  String sql() {
    return sql.toString();
  }

  Tuple arguments() {
    return arguments;
  }
}
