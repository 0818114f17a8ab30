package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.room.Faults;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** kill -9 at any moment; repeat a run with {@code -Dkill.seed=…}. */
class UtopiaRandomKillIT {

  private static final int KILLS = 4;
  private static final int ORDERS_BEFORE_EACH = 25;

  /** So much is done for these orders in all, besides looking. */
  private static final int ACTS = ORDERS_BEFORE_EACH * 6;

  private final long seed = Long.getLong("kill.seed", System.nanoTime());

  @Test
  void wheneverItIsKilledNothingIsDoneTwiceAndWhatIsUnclearIsToldToAPerson() {
    System.out.println("kill.seed=" + seed);
    Random random = new Random(seed);
    List<ServiceProcess> instances = UtopiaSuite.all();
    PowercodeSandboxClient powercode = UtopiaSuite.powercode();
    List<FibreOrder> orders = new ArrayList<>();
    powercode.setFault(Faults.ALL, Fault.slow(Duration.ofMillis(100)));

    for (int kill = 0; kill < KILLS; kill++) {
      ServiceProcess victim = instances.get(random.nextInt(instances.size()));
      long moment = acts(powercode) + random.nextInt(ACTS);
      List<FibreOrder> next = FibreOrder.placed(ORDERS_BEFORE_EACH);
      next.forEach(order -> order.begin(instances.get(random.nextInt(instances.size()))));
      orders.addAll(next);
      Suite.await("the moment", () -> acts(powercode) >= moment || FibreOrder.haveEnded(orders));
      victim.kill9();
      victim.start();
    }
    instances.forEach(ServiceProcess::kill9);
    powercode.clearFaults();
    UtopiaSuite.endLeases();
    instances.get(0).start();
    Suite.await("all have ended", () -> FibreOrder.haveEnded(orders));
    UtopiaSuite.hurryLetters();
    UtopiaSuite.awaitLetters();

    assertThat(orders).allSatisfy(FibreOrder::assertNothingTwice);
    assertThat(orders).allMatch(order -> order.letters().stream().distinct().count() == 1);
    assertThat(FibreOrder.count(orders, "DONE")).isPositive();
  }

  private static long acts(PowercodeSandboxClient powercode) {
    Map<String, Long> done = powercode.done();
    return List.of("createCustomer", "addCustomerService", "createTicket", "addTag").stream()
        .mapToLong(done::get)
        .sum();
  }
}
