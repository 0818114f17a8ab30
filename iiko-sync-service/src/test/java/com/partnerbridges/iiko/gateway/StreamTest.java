package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.partnerbridges.dev.sandbox.iiko.IikoBulk;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.Oddity;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTest extends GatewayTest {

  private static final String SUPPLIERS = IikoSandboxClient.SUPPLIERS;
  private static final Duration SHORT = Duration.ofMillis(300);

  @AfterEach
  void slotIsFreeAndNothingIsGoingOn() {
    iiko.awaitUse(use -> use.open() == 0 && use.slotsHeld() == 0, Duration.ofSeconds(10));
    assertThat(iiko.use().concurrent()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "DOCTYPE, BROKEN_ANSWER",
    "ENTITY_BOMB, BROKEN_ANSWER",
    "EXTERNAL_ENTITY, BROKEN_ANSWER",
    "WINDOWS_1251, BROKEN_ANSWER",
    "UTF_16_DECLARED_ONLY, BROKEN_ANSWER",
    "EMPTY_BODY, BROKEN_ANSWER"
  })
  void oddListIsNoList(Oddity oddity, Kind kind) {
    iiko.odd(SUPPLIERS, oddity);
    Collected<Supplier> suppliers = new Collected<>();

    inSession(
        session -> assertThat(trouble(() -> session.suppliers(suppliers)).kind()).isEqualTo(kind));

    assertThat(iiko.calls(SUPPLIERS)).hasSize(1);
    assertThat(iiko.calls("other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"OTHER_ROOT", "UTF_16"})
  void oddListIsReadWhereItIsClear(Oddity oddity) {
    iiko.odd(SUPPLIERS, oddity);
    Collected<Supplier> suppliers = new Collected<>();

    inSession(session -> session.suppliers(suppliers));

    assertThat(suppliers.records).hasSameSizeAs(iiko.suppliers().values());
  }

  @Test
  void emptyRootIsAnEmptyList() {
    iiko.odd(SUPPLIERS, Oddity.EMPTY_ROOT);
    Collected<Supplier> suppliers = new Collected<>();

    inSession(session -> session.suppliers(suppliers));

    assertThat(suppliers.records).isEmpty();
  }

  @Test
  void answerThatEndsInTheMiddleIsBroken() {
    iiko.bulk(IikoBulk.suppliers(1000));
    iiko.setFault(SUPPLIERS, Fault.truncatedAfter(100_000));
    Collected<Supplier> suppliers = new Collected<>();

    inSession(
        session ->
            assertThat(trouble(() -> session.suppliers(suppliers)).kind())
                .isEqualTo(Kind.BROKEN_ANSWER));

    assertThat(suppliers.records).isNotEmpty();
  }

  @Test
  void nothingIsRepeatedOnceARecordWasHandedOut() {
    iiko.bulk(IikoBulk.suppliers(1000));
    iiko.setFault(SUPPLIERS, Fault.dropWithin(100_000));
    Collected<Supplier> suppliers = new Collected<>();

    inSession(
        session ->
            assertThat(trouble(() -> session.suppliers(suppliers)).kind())
                .isEqualTo(Kind.UNREACHABLE));

    assertThat(suppliers.records).isNotEmpty().doesNotHaveDuplicates();
    assertThat(iiko.calls(SUPPLIERS)).hasSize(1);
  }

  @Test
  void answerThatBrokeBeforeItsFirstRecordIsAskedForAgain() {
    iiko.setFault(SUPPLIERS, Fault.dropWithin(20).times(2));
    Collected<Supplier> suppliers = new Collected<>();

    inSession(session -> session.suppliers(suppliers));

    assertThat(suppliers.records).hasSameSizeAs(iiko.suppliers().values());
    assertThat(iiko.calls(SUPPLIERS)).hasSize(3);
  }

  @Test
  void silentServerIsNotWaitedForForever() {
    iiko.setFault(SUPPLIERS, Fault.slow(Duration.ofMinutes(1)));

    inSession(
        ServerSettings.USUAL.reading(SHORT),
        session ->
            assertThat(trouble(() -> session.suppliers(new Collected<>())))
                .hasMessage("The server does not answer."));
    iiko.clearFaults();
  }

  @Test
  void serverThatFallsSilentIsNotWaitedForForever() {
    iiko.setFault(SUPPLIERS, Fault.trickle(2000, Duration.ofMinutes(1)));

    inSession(
        ServerSettings.USUAL.reading(SHORT),
        session ->
            assertThat(trouble(() -> session.suppliers(new Collected<>())).kind())
                .isEqualTo(Kind.UNREACHABLE));
  }

  @Test
  void serverThatDripsIsNotWaitedForForever() {
    iiko.setFault(SUPPLIERS, Fault.trickle(1, SHORT.dividedBy(2)));

    inSession(
        ServerSettings.USUAL.reading(SHORT),
        session ->
            assertThat(trouble(() -> session.suppliers(new Collected<>())).kind())
                .isEqualTo(Kind.UNREACHABLE));
  }

  @Test
  void answerThatIsTooLargeIsCutOff() {
    iiko.bulk(IikoBulk.suppliers(5000));

    inSession(
        ServerSettings.USUAL.upTo(1_000_000),
        session ->
            assertThat(trouble(() -> session.suppliers(new Collected<>())).kind())
                .isEqualTo(Kind.TOO_LARGE));

    assertThat(iiko.calls(SUPPLIERS)).hasSize(1);
    assertThat(watch.bytes).allMatch(bytes -> bytes < 1_200_000);
  }

  @Test
  void whoHasHadEnoughCutsTheConnection() {
    iiko.bulk(IikoBulk.suppliers(1_000_000));
    IllegalStateException enough = new IllegalStateException("enough");

    inSession(
        session ->
            assertThat(
                    catchThrowableOfType(
                        IllegalStateException.class,
                        () ->
                            session.suppliers(
                                new RecordSink<>() {
                                  @Override
                                  public void record(Supplier record) {
                                    throw enough;
                                  }

                                  @Override
                                  public void unreadable(String iikoId, String reason) {}
                                })))
                .isSameAs(enough));

    assertThat(watch.bytes).allMatch(bytes -> bytes < 2_000_000);
  }

  @Test
  void twoHundredMegabytesFlowThroughFlatMemory() {
    iiko.bulk(IikoBulk.invoices(8_000, 50));
    AtomicLong items = new AtomicLong();
    AtomicLong most = new AtomicLong();
    long before = usedAfterCollection();

    inSession(
        session ->
            session.invoices(
                FROM,
                TO,
                new RecordSink<>() {
                  @Override
                  public void record(Invoice record) {
                    long now = items.addAndGet(record.items().size());
                    // a collection stops everything: so only each time 100,000 more are there
                    if (now / 100_000 > (now - record.items().size()) / 100_000) {
                      most.accumulateAndGet(usedAfterCollection(), Math::max);
                    }
                  }

                  @Override
                  public void unreadable(String iikoId, String reason) {
                    throw new AssertionError(iikoId + reason);
                  }
                }));

    assertThat(items.get()).isGreaterThanOrEqualTo(400_000);
    assertThat(watch.bytes).anyMatch(bytes -> bytes > 180_000_000);
    assertThat(most.get() - before).isLessThan(40L << 20);
  }

  private static long usedAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
