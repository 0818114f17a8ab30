package com.partnerbridges.iute.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every status × event, written down a second time, by the rules instead of by the table. */
class PaymentEventTest {

  private static final Set<String> OPEN = Set.of("CREATED", "PENDING", "IN_PROGRESS");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ACCEPTED          | PENDING     | CREATED                     | REJECTED
          STARTED           | IN_PROGRESS | CREATED PENDING             | REJECTED
          REFUSED           | REJECTED    | CREATED                     | PENDING IN_PROGRESS PAID ON_HOLD
          CONFIRMED         | PAID        | CREATED PENDING IN_PROGRESS | CANCELLED REJECTED ON_HOLD
          OTHER_AMOUNT      | ON_HOLD     | CREATED PENDING IN_PROGRESS | PAID CANCELLED REJECTED
          CANCELLED         | CANCELLED   | CREATED PENDING IN_PROGRESS | PAID ON_HOLD
          DECIDED_PAID      | PAID        | ON_HOLD | CREATED PENDING IN_PROGRESS PAID CANCELLED REJECTED
          DECIDED_CANCELLED | CANCELLED   | ON_HOLD | CREATED PENDING IN_PROGRESS PAID CANCELLED REJECTED
          """)
  void everyStatusMovesContradictsOrStays(
      PaymentEvent event, PaymentStatus target, String moves, String contradicts) {
    assertThat(event.target()).isEqualTo(target);
    assertThat(event.movesFrom()).containsExactlyInAnyOrder(moves.split(" "));
    assertThat(event.contradicts()).containsExactlyInAnyOrder(contradicts.split(" "));
  }

  @ParameterizedTest
  @EnumSource
  void terminalStatusesAreFinal(PaymentEvent event) {
    assertThat(event.movesFrom()).doesNotContain("PAID", "CANCELLED", "REJECTED");
  }

  @Test
  void theAmountDecidesWhereToNotFromWhere() {
    assertThat(PaymentEvent.OTHER_AMOUNT.movesFrom()).isEqualTo(PaymentEvent.CONFIRMED.movesFrom());
  }

  @ParameterizedTest
  @EnumSource
  void theSameEventTwiceMovesOnce(PaymentEvent event) {
    assertThat(event.movesFrom()).doesNotContain(event.target().name());
  }

  @ParameterizedTest
  @EnumSource
  void onlyAPersonEndsAHold(PaymentEvent event) {
    boolean decided = event.name().startsWith("DECIDED");

    assertThat(List.of(event.movesFrom()).contains("ON_HOLD")).isEqualTo(decided);
  }

  @Test
  void openStatusesAreThoseThatIuteMaySettle() {
    assertThat(Arrays.stream(PaymentStatus.values()).filter(PaymentStatus::isOpen))
        .extracting(Enum::name)
        .containsExactlyInAnyOrderElementsOf(OPEN);
  }
}
