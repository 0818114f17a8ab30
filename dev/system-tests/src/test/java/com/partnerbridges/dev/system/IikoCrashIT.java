package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoBulk;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoUse;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** kill -9 of the only instance, while it works on accounts that are at different points. */
class IikoCrashIT {

  /** Several batches, each of them a while before the next. */
  private static final Fault DRIP = Fault.trickle(64 * 1024, Duration.ofMillis(500));

  private ServiceProcess service;

  @BeforeEach
  void start() {
    service = IikoSuite.only();
  }

  @Test
  void killedAnywhereInASyncTheNextStartGoesOnAndEverythingIsThereOnce() throws SQLException {
    Cafe inInvoices = Cafe.opened().with(invoicesOfAFewDays(2_000));
    Cafe inAList = Cafe.opened().with(IikoBulk.suppliers(3_000));
    Cafe justLoggedIn = Cafe.opened();
    inInvoices.server.setFault(IikoSandboxClient.INVOICES, DRIP);
    inAList.server.setFault(IikoSandboxClient.SUPPLIERS, DRIP);
    List<Cafe> cafes = List.of(inInvoices, inAList, justLoggedIn);

    inInvoices.connect(service);
    inAList.connect(service);
    Suite.await(
        "both are in the middle",
        () -> inInvoices.isInTheMiddleOf("invoices") && inAList.isInTheMiddleOf("suppliers"));
    killAfterLoginOf(justLoggedIn);
    List<Integer> leftBehind = cafes.stream().map(cafe -> cafe.server.use().slotsHeld()).toList();
    long callsWhenKilled = justLoggedIn.server.counter(IikoSandboxClient.DEPARTMENTS).calls();
    cafes.forEach(cafe -> cafe.server.clearFaults());
    IikoSuite.endLeases();
    service.start();
    cafes.forEach(cafe -> cafe.awaitState("SUCCEEDED"));

    assertThat(leftBehind).containsOnly(1);
    assertThat(callsWhenKilled).isZero();
    assertThat(cafes).allMatch(Cafe::wasPolite);
    assertThat(cafes).allSatisfy(cafe -> assertThat(cafe.stored()).isEqualTo(cafe.there()));
    for (String count : List.of("seen", "created")) {
      assertThat(inInvoices.count(count, "invoices")).isEqualTo(inInvoices.there().get("invoices"));
      assertThat(inAList.count(count, "suppliers")).isEqualTo(inAList.there().get("suppliers"));
    }
  }

  /** Nobody knows the token of the session that the server began. */
  @Test
  void killedBeforeTheLoginIsAnsweredItWaitsForTheSlotUntilIikoFreesIt() {
    Cafe cafe = Cafe.opened();
    cafe.connect(service);
    cafe.awaitState("SUCCEEDED");
    cafe.awaitLogout();
    cafe.server.setFault(IikoSandboxClient.LOGIN, Fault.lateAnswer(Duration.ofMinutes(1)).times(1));
    cafe.sync(service, "suppliers", Map.of());
    cafe.server.awaitUse(use -> use.slotsHeld() == 1, Suite.PATIENCE);

    service.kill9();
    IikoSuite.endLeases();
    service.start();
    Suite.await("refused", () -> cafe.error().equals("NO_LICENCE_SLOT"));
    cafe.server.advance(Duration.ofHours(1));
    cafe.awaitState("SUCCEEDED");

    assertThat(cafe.wasPolite()).isTrue();
    assertThat(cafe.stored()).isEqualTo(cafe.there());
  }

  @Test
  void killedDuringAFirstConnectTheNextStartEndsItsSession() {
    Cafe cafe = Cafe.opened();
    cafe.server.setFault(IikoSandboxClient.LOGOUT, Fault.slow(Duration.ofMinutes(1)).times(1));
    CompletableFuture<Http.Answer> answer = Http.send(cafe.connectAt(service));
    Suite.await("logged in", cafe::isLoggedIn);

    service.kill9();
    int leftBehind = cafe.server.use().slotsHeld();
    IikoSuite.endLeases();
    service.start();
    IikoUse use = cafe.awaitLogout();

    assertThat(answer.join().status()).as("no answer came").isZero();
    assertThat(leftBehind).isEqualTo(1);
    assertThat(use.logins()).isEqualTo(1);
    assertThat(cafe.runs()).isZero();
    cafe.connect(service);
    cafe.awaitState("SUCCEEDED");
    assertThat(cafe.wasPolite()).isTrue();
  }

  private static IikoBulk invoicesOfAFewDays(int documents) {
    LocalDate today = LocalDate.now();
    return IikoBulk.invoices(documents, 5).between(today.minusDays(3), today);
  }

  /** Its login takes a while; meanwhile what comes next in the database is held by somebody. */
  private void killAfterLoginOf(Cafe cafe) throws SQLException {
    cafe.server.setFault(IikoSandboxClient.LOGIN, Fault.slow(Duration.ofSeconds(3)));
    cafe.connect(service);
    try (Connection blocker = IikoSuite.stack().postgres().connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute(
          "select from iiko.part where account_id = '%s' for update".formatted(cafe.account));
      Suite.await("logged in", cafe::isLoggedIn);
      service.kill9();
      blocker.rollback();
    }
  }
}
