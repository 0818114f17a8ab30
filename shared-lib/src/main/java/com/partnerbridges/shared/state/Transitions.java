package com.partnerbridges.shared.state;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One row of a state table: what an event does to each status. The row is written as it is read,
 * with cells in the order of the statuses and separated by {@code |}: the status that the event
 * leads to, {@code .} where it says nothing new, {@code !} where it contradicts what is settled.
 *
 * @param <S> the statuses
 */
public final class Transitions<S extends Enum<S>> {
  private static final String NOTHING_NEW = ".";
  private static final String CONTRADICTION = "!";

  private final S target;
  private final String[] movesFrom;
  private final String[] contradicts;

  /**
   * @throws IllegalArgumentException when the cells are not as many as the statuses, or name more
   *     than one of them
   */
  public Transitions(Class<S> statuses, String row) {
    List<String> cells = Arrays.stream(row.split("\\|")).map(String::strip).toList();
    S[] all = statuses.getEnumConstants();
    List<String> targets =
        cells.stream()
            .filter(cell -> !cell.equals(NOTHING_NEW) && !cell.equals(CONTRADICTION))
            .distinct()
            .toList();
    if (cells.size() != all.length || targets.size() > 1) {
      throw new IllegalArgumentException("not a row of " + statuses.getSimpleName() + ": " + row);
    }
    target = targets.isEmpty() ? null : Enum.valueOf(statuses, targets.get(0));
    movesFrom = target == null ? new String[0] : where(all, cells, target.name());
    contradicts = where(all, cells, CONTRADICTION);
  }

  /** The one status that the event leads to; empty if it never leads anywhere. */
  public Optional<S> target() {
    return Optional.ofNullable(target);
  }

  /** The names of the statuses from which it leads there. */
  public String[] movesFrom() {
    return movesFrom.clone();
  }

  /** The names of the statuses that it contradicts. */
  public String[] contradicts() {
    return contradicts.clone();
  }

  private static <S extends Enum<S>> String[] where(S[] all, List<String> cells, String cell) {
    return Arrays.stream(all)
        .filter(status -> cells.get(status.ordinal()).equals(cell))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
