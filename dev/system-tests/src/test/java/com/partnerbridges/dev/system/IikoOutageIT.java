package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoBulk;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.stack.PostgresServer;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database, or an account's server, goes away in the middle of a sync and comes back. */
class IikoOutageIT {

  private ServiceProcess service;
  private PostgresServer database;
  private Cafe cafe;

  @BeforeEach
  void isInTheMiddleOfItsInvoices() {
    service = IikoSuite.only();
    // so that the first to talk to iiko is who connects, not a sync
    service.restart();
    database = IikoSuite.stack().postgres();
    LocalDate today = LocalDate.now();
    cafe = Cafe.opened().with(IikoBulk.invoices(1_000, 5).between(today.minusDays(3), today));
    cafe.server.setFault(
        IikoSandboxClient.INVOICES, Fault.trickle(64 * 1024, Duration.ofMillis(150)));
    cafe.connect(service);
    Suite.await("in the middle", () -> cafe.isInTheMiddleOf("invoices"));
  }

  @Test
  void aDatabaseThatDiesForAMomentInterruptsNothing() {
    database.kill9();
    database.start();
    cafe.server.clearFaults();
    cafe.awaitState("SUCCEEDED");

    assertThat(cafe.stored()).isEqualTo(cafe.there());
    assertThat(cafe.wasPolite()).isTrue();
    assertThat(cafe.server.use().logins()).as("connect, and one session").isEqualTo(2);
  }

  @Test
  void aDatabaseThatStaysAwayKeepsNoSlotAndLosesNothing() {
    database.stop();
    cafe.server.awaitUse(use -> use.slotsHeld() == 0, Suite.PATIENCE);
    boolean wasReady = service.isReady();
    database.start();
    cafe.server.clearFaults();
    cafe.awaitState("SUCCEEDED");

    assertThat(wasReady).isFalse();
    assertThat(cafe.stored()).isEqualTo(cafe.there());
    assertThat(cafe.wasPolite()).isTrue();
  }

  @Test
  void aServerThatIsRestartedIsAskedForThePieceAgain() {
    cafe.server.restart();
    cafe.server.clearFaults();
    cafe.awaitState("SUCCEEDED");

    assertThat(cafe.stored()).isEqualTo(cafe.there());
    assertThat(cafe.wasPolite()).isTrue();
  }

  @Test
  void anInstanceThatIsStoppedHandsItsRunOver() {
    service.stop();
    int heldWhenStopped = cafe.server.use().slotsHeld();
    cafe.server.clearFaults();
    service.start();
    cafe.awaitState("SUCCEEDED");

    assertThat(heldWhenStopped).isZero();
    assertThat(cafe.stored()).isEqualTo(cafe.there());
    assertThat(cafe.wasPolite()).isTrue();
  }
}
