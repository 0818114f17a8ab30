package com.partnerbridges.shared.metric;

/**
 * Parts of the statement of a {@link Tally}, for the numbers that all services have; $1 is the time
 * now.
 */
public final class Counting {

  private static final String OLDEST =
      "coalesce(extract(epoch from $1::timestamptz - min(%s)), 0)::numeric";

  private Counting() {}

  public static String all(String... parts) {
    return "select metric, label, value, number::numeric from (\n"
        + String.join("\nunion all\n", parts)
        + ") figures";
  }

  /**
   * {@code due.work.rows} and {@code due.work.oldest.seconds}: what nobody has taken yet although
   * its time has come, and how long ago it came.
   *
   * @param task the name of the job that takes it
   * @param column when its time comes
   */
  public static String due(String task, String table, String column) {
    return due(task, table, column, "true");
  }

  /**
   * @param condition which rows wait at all
   */
  public static String due(String task, String table, String column, String condition) {
    return both("due.work.rows", "due.work.oldest.seconds")
        .formatted(
            "task",
            "'" + task + "'",
            OLDEST.formatted(column),
            table,
            column + " <= $1::timestamptz")
        .concat(" and " + condition + ")");
  }

  /**
   * {@code attention.open} and {@code attention.oldest.seconds} by kind.
   *
   * @param since when the item was raised
   */
  public static String attention(String kind, String table, String since, String condition) {
    return both("attention.open", "attention.oldest.seconds")
        .formatted("kind", kind, OLDEST.formatted(since), table, condition)
        .concat(" group by " + kind + ")");
  }

  private static String both(String rows, String oldest) {
    return "(select unnest(array['%s', '%s']) as metric,".formatted(rows, oldest)
        + " '%s' as label, %s as value,"
        + " unnest(array[count(*)::numeric, %s]) as number from %s where %s";
  }
}
