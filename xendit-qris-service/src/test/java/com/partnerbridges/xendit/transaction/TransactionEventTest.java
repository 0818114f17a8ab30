package com.partnerbridges.xendit.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionEventTest {

  @ParameterizedTest
  @CsvSource({
    "PAID,         PENDING,   COMPLETED",
    "PAID,         COMPLETED, .",
    "PAID,         FAILED,    !",
    "PAID,         EXPIRED,   !",
    "OTHER_AMOUNT, PENDING,   !",
    "OTHER_AMOUNT, COMPLETED, !",
    "OTHER_AMOUNT, FAILED,    !",
    "OTHER_AMOUNT, EXPIRED,   !",
    "DECLINED,     PENDING,   FAILED",
    "DECLINED,     COMPLETED, !",
    "DECLINED,     FAILED,    .",
    "DECLINED,     EXPIRED,   .",
    "NOT_CREATED,  PENDING,   FAILED",
    "NOT_CREATED,  COMPLETED, .",
    "NOT_CREATED,  FAILED,    .",
    "NOT_CREATED,  EXPIRED,   .",
    "TIME_OVER,    PENDING,   EXPIRED",
    "TIME_OVER,    COMPLETED, .",
    "TIME_OVER,    FAILED,    .",
    "TIME_OVER,    EXPIRED,   .",
  })
  void everyEventMeetsEveryStatus(TransactionEvent event, TransactionStatus found, String cell) {
    boolean moves = List.of(event.movesFrom()).contains(found.name());
    boolean contradicts = List.of(event.contradicts()).contains(found.name());

    assertThat(moves ? event.target().name() : contradicts ? "!" : ".").isEqualTo(cell);
  }
}
