package com.partnerbridges.shared.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransitionsTest {

  private enum Door {
    OPEN,
    SHUT,
    LOCKED
  }

  @Test
  void aRowIsReadCellByCell() {
    Transitions<Door> row = new Transitions<>(Door.class, "SHUT | . | ! ");

    assertThat(row.target()).contains(Door.SHUT);
    assertThat(row.movesFrom()).containsExactly("OPEN");
    assertThat(row.contradicts()).containsExactly("LOCKED");
  }

  @Test
  void aRowMayLeadNowhere() {
    Transitions<Door> row = new Transitions<>(Door.class, "! | . | !");

    assertThat(row.target()).isEmpty();
    assertThat(row.movesFrom()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHUT | .", "SHUT | . | ! | .", "SHUT | OPEN | .", "AJAR | . | .", ""})
  void whatIsNoRowIsRefused(String row) {
    assertThatThrownBy(() -> new Transitions<>(Door.class, row))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
