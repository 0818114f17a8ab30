package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoUse;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.iiko.gateway.IikoServer.Source;
import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import io.vertx.core.http.HttpClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest extends GatewayTest {

  private static final String STORES = IikoSandboxClient.STORES;

  /** After each test, whatever happened in it. */
  @AfterEach
  void noSlotIsLeftBehindAndNoTwoRequestsRanAtOnce() {
    IikoUse use = iiko.awaitUse(it -> it.open() == 0, Duration.ofSeconds(5));
    assertThat(use.slotsHeld()).isZero();
    assertThat(use.concurrent()).isZero();
    assertThat(use.mostSlotsHeld()).isLessThanOrEqualTo(1);
  }

  @Test
  void everythingIsReadInOneSession() {
    Collected<CorporateItem> departments = new Collected<>();
    Collected<CorporateItem> stores = new Collected<>();
    Collected<Supplier> suppliers = new Collected<>();
    Collected<Supplier> found = new Collected<>();
    Collected<Invoice> invoices = new Collected<>();
    String name = iiko.suppliers().values().iterator().next().name();

    inSession(
        session -> {
          session.departments(departments);
          session.stores(stores);
          session.suppliers(suppliers);
          session.suppliersNamed(name, found);
          session.invoices(FROM, TO, invoices);
        });

    assertThat(departments.records).hasSizeGreaterThanOrEqualTo(iiko.departments().size());
    assertThat(departments.records).extracting(CorporateItem::type).contains("DEPARTMENT");
    assertThat(stores.records).hasSameSizeAs(iiko.stores().values());
    assertThat(suppliers.records).hasSameSizeAs(iiko.suppliers().values());
    assertThat(found.records).extracting(Supplier::name).contains(name);
    assertThat(invoices.records).hasSameSizeAs(iiko.invoices().values());
    assertThat(invoices.records)
        .flatExtracting(Invoice::items)
        .allSatisfy(item -> assertThat(item).hasNoNullFieldsOrPropertiesExcept("name"));
    assertThat(iiko.use().logins()).isEqualTo(1);
    assertThat(watch.events)
        .containsExactly(
            "login answered",
            "loggedIn",
            "departments answered",
            "stores answered",
            "suppliers answered",
            "search answered",
            "invoices answered",
            "logout answered",
            "loggedOut");
    assertThat(
            metrics
                .get("partner.calls")
                .tags("operation", "stores", "outcome", "answered")
                .timer()
                .count())
        .isEqualTo(1);
  }

  @Test
  void invoicesComeFromTheJsonSourceToo() {
    Collected<Invoice> json = new Collected<>();
    Collected<Invoice> xml = new Collected<>();
    IikoServer server = server(iiko.baseUrl(), IikoSandboxClient.PASSWORD, Source.JSON);

    try (IikoSession session = gateway(ServerSettings.USUAL).logIn(server, watch)) {
      session.invoices(FROM, TO, json);
    }

    inSession(session -> session.invoices(FROM, TO, xml));
    assertThat(json.unreadable).isEmpty();
    assertThat(json.records).extracting(Invoice::id).containsAll(ids(xml));
    assertThat(json.records).allMatch(it -> it.total() != null && it.currency().equals("RUB"));
  }

  @Test
  void secretsAreInCookieAndFormOnly() {
    inSession(session -> session.stores(new Collected<>()));

    assertThat(iiko.calls()).noneMatch(call -> call.path().contains("key="));
    assertThat(iiko.calls(IikoSandboxClient.LOGIN))
        .noneMatch(call -> call.body().contains(IikoSandboxClient.PASSWORD));
    assertThat(server().toString() + Ask.login("api", "hash"))
        .doesNotContain(IikoSandboxClient.PASSWORD, "hash");
  }

  @Test
  void tokenMayComeInQuotes() {
    iiko.wrappedToken(true);
    Collected<CorporateItem> stores = new Collected<>();

    inSession(session -> session.stores(stores));

    assertThat(stores.records).isNotEmpty();
  }

  @Test
  void wrongPasswordIsSaid() {
    iiko.password("another");

    assertThat(loginTrouble().kind()).isEqualTo(Kind.WRONG_PASSWORD);
    assertThat(watch.events).containsExactly("login SESSION_ENDED");
  }

  @Test
  void noFreeSlotIsSaid() {
    iiko.slots(0);

    assertThat(loginTrouble().kind()).isEqualTo(Kind.NO_LICENCE_SLOT);
  }

  @Test
  void blockedModuleIsSaid() {
    iiko.moduleBlocked(true);

    assertThat(loginTrouble().kind()).isEqualTo(Kind.MODULE_BLOCKED);
  }

  @ParameterizedTest
  @CsvSource({
    "302, NOT_AN_IIKO_SERVER, 1",
    "400, REFUSED, 1",
    "403, PERMISSION_DENIED, 1",
    "404, NOT_AN_IIKO_SERVER, 1",
    "409, REFUSED, 1",
    "429, BUSY, 1",
    "503, BUSY, 1",
    "500, SERVER_ERROR, 3",
    "502, SERVER_ERROR, 3"
  })
  void statusTellsWhatIsWrongAndOnlyItsOwnFaultsAreRepeated(int status, Kind kind, int calls) {
    iiko.setFault(STORES, Fault.status(status));

    inSession(
        session ->
            assertThat(trouble(() -> session.stores(new Collected<>())).kind()).isEqualTo(kind));

    assertThat(iiko.calls(STORES)).hasSize(calls);
  }

  @Test
  void serverIsLeftAloneAsLongAsItAsks() {
    iiko.busy(STORES, 429, Duration.ofSeconds(77), 1);

    inSession(
        session ->
            assertThat(trouble(() -> session.stores(new Collected<>())).retryAfter())
                .contains(Duration.ofSeconds(77)));
  }

  @Test
  void refusalIsToldInTheServersWords() {
    iiko.setFault(STORES, Fault.status(409));

    inSession(
        session ->
            assertThat(trouble(() -> session.stores(new Collected<>())))
                .hasMessage("The server refused: Документ уже изменён другим пользователем"));
  }

  @Test
  void redirectIsNotFollowed() {
    iiko.redirect(STORES, iiko.baseUrl().resolve("/elsewhere"));

    inSession(
        session ->
            assertThat(trouble(() -> session.stores(new Collected<>())).kind())
                .isEqualTo(Kind.NOT_AN_IIKO_SERVER));
    assertThat(iiko.calls("other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "stores"})
  void webPageIsNoServer(String operation) {
    iiko.setFault(operation, Fault.htmlStatus(200));

    assertThat(trouble(() -> inSession(session -> session.stores(new Collected<>()))).kind())
        .isEqualTo(Kind.NOT_AN_IIKO_SERVER);
  }

  @Test
  void faultThatPassesIsNotNoticed() {
    iiko.setFault(STORES, Fault.dropBefore().times(2));
    Collected<CorporateItem> stores = new Collected<>();

    inSession(session -> session.stores(stores));

    assertThat(stores.records).hasSameSizeAs(iiko.stores().values());
  }

  @Test
  void nobodyThereIsSaid() {
    IikoServer nobody =
        server(URI.create("http://127.0.0.1:1"), IikoSandboxClient.PASSWORD, Source.XML);

    assertThat(trouble(() -> gateway(ServerSettings.USUAL).logIn(nobody, watch)).kind())
        .isEqualTo(Kind.UNREACHABLE);
    assertThat(watch.events)
        .containsExactly("login UNREACHABLE", "login UNREACHABLE", "login UNREACHABLE");
  }

  /** It may have taken a slot; the next would take another. */
  @Test
  void loginWhoseAnswerIsLostIsNotRepeated() {
    iiko.setFault(IikoSandboxClient.LOGIN, Fault.dropBefore());

    assertThat(loginTrouble().kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(iiko.calls(IikoSandboxClient.LOGIN)).hasSize(1);
  }

  @Test
  void restartedServerIsLoggedInToOnceMore() {
    Collected<CorporateItem> stores = new Collected<>();

    inSession(
        session -> {
          iiko.restart();
          session.stores(stores);
        });

    assertThat(stores.records).hasSameSizeAs(iiko.stores().values());
    assertThat(watch.events)
        .containsExactly(
            "login answered",
            "loggedIn",
            "stores SESSION_ENDED",
            "logout SESSION_ENDED",
            "loggedOut",
            "login answered",
            "loggedIn",
            "stores answered",
            "logout answered",
            "loggedOut");
  }

  @Test
  void whoeverHasLostTheSessionToAnotherTakesNoFurtherSlot() {
    watch.lost = new IllegalStateException("another's");

    inSession(
        session -> {
          iiko.restart();
          assertThatThrownBy(() -> session.stores(new Collected<>())).isSameAs(watch.lost);
        });

    assertThat(iiko.use().logins()).isEqualTo(1);
    assertThat(iiko.use().slotsHeld()).isZero();
  }

  @Test
  void serverThatNeverKnowsItsSessionsIsAskedTwice() {
    iiko.setFault(STORES, Fault.status(401));

    inSession(
        session ->
            assertThat(trouble(() -> session.stores(new Collected<>())).kind())
                .isEqualTo(Kind.SERVER_ERROR));

    assertThat(iiko.calls(STORES)).hasSize(2);
    assertThat(iiko.use().logins()).isEqualTo(2);
  }

  @Test
  void oldSessionIsRenewedBeforeTheServerEndsIt() {
    inSession(
        session -> {
          clock.forward(Duration.ofMinutes(51));
          iiko.advance(Duration.ofMinutes(51));
          session.stores(new Collected<>());
        });

    assertThat(watch.events).doesNotContain("stores SESSION_ENDED");
    assertThat(iiko.use().logins()).isEqualTo(2);
    assertThat(iiko.use().expired()).isZero();
  }

  @Test
  void sessionWhoseRenewalFailedMayBeUsedLater() {
    Collected<CorporateItem> stores = new Collected<>();

    inSession(
        session -> {
          clock.forward(Duration.ofMinutes(51));
          iiko.slots(0);
          assertThat(trouble(() -> session.stores(stores)).kind()).isEqualTo(Kind.NO_LICENCE_SLOT);
          iiko.slots(1);
          session.stores(stores);
        });

    assertThat(stores.records).isNotEmpty();
  }

  @Test
  void loginThatCannotBeKeptIsGivenBack() {
    watch.failure = new IllegalStateException("database away");

    assertThatThrownBy(() -> gateway(ServerSettings.USUAL).logIn(server(), watch))
        .isSameAs(watch.failure);
    assertThat(iiko.use().logouts()).isEqualTo(1);
  }

  @Test
  void whatTheSinkThrowsEndsTheCall() {
    RuntimeException full = new IllegalStateException("full");

    inSession(session -> assertThatThrownBy(() -> session.stores(throwing(full))).isSameAs(full));

    assertThat(watch.events).contains("stores stopped");
  }

  @Test
  void interruptedThreadStillGivesItsSlotBack() {
    try {
      inSession(session -> Thread.currentThread().interrupt());
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(iiko.use().logouts()).isEqualTo(1);
  }

  @Test
  void slotThatCouldNotBeGivenBackIsNotSaidToBe() {
    iiko.setFault(IikoSandboxClient.LOGOUT, Fault.status(500).times(3));
    inSession(session -> {});
    assertThat(watch.events).doesNotContain("loggedOut");

    gateway(ServerSettings.USUAL).logOut(server(), watch.tokens.get(0));

    assertThat(iiko.use().slotsHeld()).isZero();
  }

  @Test
  void slotThatIsFreeAlreadyIsAsGoodAsFreed() {
    inSession(session -> {});

    gateway(ServerSettings.USUAL).logOut(server(), watch.tokens.get(0));

    assertThat(iiko.use().logouts()).isEqualTo(1);
  }

  @Test
  void accountIsNotAskedMoreOftenThanItMay() {
    List<Duration> pauses = new ArrayList<>();
    Pauses moving =
        time -> {
          pauses.add(time);
          clock.forward(time);
        };
    IikoGateway gateway =
        gateway(
            ServerSettings.USUAL.perMinute(3), new HttpClientOptions(), Resolver.SYSTEM, moving);

    try (IikoSession session = gateway.logIn(server(), watch)) {
      session.stores(new Collected<>());
      session.stores(new Collected<>());
      assertThat(pauses).isEmpty();
      session.stores(new Collected<>());
    }

    assertThat(pauses).hasSize(1);
    assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
  }

  @Test
  void serverThatMovedIntoOurNetworkIsNotCalled() {
    IikoServer server =
        server(URI.create("https://iiko.example"), IikoSandboxClient.PASSWORD, Source.XML);

    IikoTrouble trouble =
        trouble(
            () ->
                gateway(
                        ServerSettings.USUAL.publicOnly(),
                        new HttpClientOptions(),
                        host -> Resolver.SYSTEM.addressesOf("127.0.0.1"),
                        Pauses.REAL)
                    .logIn(server, watch));

    assertThat(trouble.kind()).isEqualTo(Kind.ADDRESS_NOT_ALLOWED);
    assertThat(watch.events).containsExactly("login ADDRESS_NOT_ALLOWED");
  }

  private static List<String> ids(Collected<Invoice> invoices) {
    return invoices.records.stream().map(Invoice::id).toList();
  }

  private static RecordSink<CorporateItem> throwing(RuntimeException failure) {
    return new RecordSink<>() {
      @Override
      public void record(CorporateItem record) {
        throw failure;
      }

      @Override
      public void unreadable(String iikoId, String reason) {
        throw failure;
      }
    };
  }
}
