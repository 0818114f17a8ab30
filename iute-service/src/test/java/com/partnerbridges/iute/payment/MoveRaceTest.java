package com.partnerbridges.iute.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iute.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many events for one payment at once, while it is put back to its beginning again and again. */
@QuarkusTest
class MoveRaceTest extends ServiceTest {

  private static final int EVENTS = 4000;
  private static final int AT_ONCE = 16;

  @Inject PaymentRepository payments;

  @Test
  void eachEventJudgesOneVersionOfThePayment() {
    String orderId = pending();
    String restart =
        "update payment set status = 'CREATED', iute_request = '{}' where order_id = '%s'"
            .formatted(orderId);

    List<Moved> judged =
        Multi.createFrom()
            .range(0, EVENTS)
            .onItem()
            .transformToUni(
                i ->
                    (i % 10 == 0
                            ? pool.query(restart).execute().replaceWithVoid()
                            : Uni.createFrom().voidItem())
                        .flatMap(
                            ready ->
                                payments.move(
                                    orderId,
                                    PaymentEvent.ACCEPTED,
                                    Facts.because("race"),
                                    clock.instant())))
            .merge(AT_ONCE)
            .map(moved -> moved.orElseThrow())
            .collect()
            .asList()
            .await()
            .atMost(Duration.ofMinutes(1));

    assertThat(judged)
        .hasSize(EVENTS)
        .allSatisfy(
            moved -> {
              assertThat(moved.moved()).isEqualTo(moved.was() == PaymentStatus.CREATED);
              assertThat(moved.payment().status()).isEqualTo(PaymentStatus.PENDING);
              assertThat(moved.payment().iuteRequest()).isNull();
            });
    assertThat(count("select count(*) from payment_event where cause = 'race'"))
        .isEqualTo(judged.stream().filter(Moved::moved).count());
  }
}
