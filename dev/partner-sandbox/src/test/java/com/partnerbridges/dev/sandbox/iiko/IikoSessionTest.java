package com.partnerbridges.dev.sandbox.iiko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.sandbox.room.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IikoSessionTest extends IikoRig {
  private static final String STORES = "/resto/api/corporation/stores";

  @Test
  void tokenIsPlainTextAndOpensTheListsAsACookieOrInTheQuery() throws Exception {
    HttpResponse<String> answer = iiko.login(IikoWire.FORM);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    String token = answer.body();
    assertThat(iiko.get(STORES, token).statusCode()).isEqualTo(200);
    assertThat(iiko.get(STORES + "?key=" + token, "").statusCode()).isEqualTo(200);
    assertThat(iiko.bearer(STORES, token).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"login=api&pass=iiko-sandbox", "login=api&pass=", "login=x&pass=y"})
  void onlyTheHashOfThePasswordOpens(String form) throws Exception {
    HttpResponse<String> answer = iiko.login(form);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(control.use().refusedLogins()).isEqualTo(1);
    assertThat(control.use().slotsHeld()).isZero();
  }

  @Test
  void hashInCapitalsDoesNotOpen() throws Exception {
    String capitals = IikoWire.sha1(IikoSandboxClient.PASSWORD).toUpperCase(Locale.ROOT);

    assertThat(iiko.login("login=api&pass=" + capitals).statusCode()).isEqualTo(401);
  }

  @Test
  void postWithQueryOnlyFailsAndGetDoesNot() throws Exception {
    assertThat(iiko.post("/resto/api/auth?" + IikoWire.FORM).statusCode()).isEqualTo(500);
    assertThat(iiko.get("/resto/api/auth?" + IikoWire.FORM, "").statusCode()).isEqualTo(200);
  }

  @Test
  void tokenMayComeInQuotesAndWhiteSpace() throws Exception {
    control.wrappedToken(true);

    String answer = iiko.login();

    assertThat(answer).matches("\\s+\"[^\"]+\"\\s+");
    String token = answer.strip().replace("\"", "");
    assertThat(iiko.get(STORES, token).statusCode()).isEqualTo(200);
  }

  @Test
  void loginWithoutAFreeSlotIsRefusedUntilSomebodyLogsOut() throws Exception {
    String token = iiko.login();

    HttpResponse<String> second = iiko.login(IikoWire.FORM);

    assertThat(second.statusCode()).isEqualTo(403);
    assertThat(second.body())
        .startsWith("License enhancement is required: no connections available for module ");
    assertThat(iiko.logout(token).statusCode()).isEqualTo(200);
    assertThat(iiko.get(STORES, token).statusCode()).isEqualTo(401);
    iiko.login();
    assertThat(control.use())
        .returns(2L, IikoUse::logins)
        .returns(1L, IikoUse::refusedLogins)
        .returns(1L, IikoUse::logouts)
        .returns(1, IikoUse::slotsHeld)
        .returns(1, IikoUse::mostSlotsHeld);
  }

  @Test
  void thereAreAsManySlotsAsControlSays() throws Exception {
    control.slots(3);

    iiko.login();
    iiko.login();
    iiko.login();

    assertThat(control.use().mostSlotsHeld()).isEqualTo(3);
    assertThat(iiko.login(IikoWire.FORM).statusCode()).isEqualTo(403);
  }

  @Test
  void logoutByGetFreesTheSlotToo() throws Exception {
    String token = iiko.login();

    assertThat(iiko.get("/resto/api/logout?key=" + token, "").statusCode()).isEqualTo(200);

    assertThat(control.use().slotsHeld()).isZero();
  }

  @Test
  void blockedModuleLetsNobodyIn() throws Exception {
    control.moduleBlocked(true);

    HttpResponse<String> answer = iiko.login(IikoWire.FORM);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).matches("Module \\S+ is blocked within current license");
  }

  @Test
  void sessionEndsAnHourAfterItsLoginHoweverMuchItIsUsed() throws Exception {
    String token = iiko.login();
    control.advance(Duration.ofMinutes(59));
    assertThat(iiko.get(STORES, token).statusCode()).isEqualTo(200);

    control.advance(Duration.ofMinutes(2));

    assertThat(iiko.get(STORES, token).statusCode()).isEqualTo(401);
    assertThat(control.use()).returns(0, IikoUse::slotsHeld).returns(1L, IikoUse::expired);
  }

  @Test
  void restartKillsEverySession() throws Exception {
    String token = iiko.login();

    control.restart();

    assertThat(iiko.get(STORES, token).statusCode()).isEqualTo(401);
    assertThat(control.use().slotsHeld()).isZero();
  }

  @Test
  void textOfA401IsNothingToRelyOn() throws Exception {
    Set<String> texts = new HashSet<>();

    for (int i = 0; i < 4; i++) {
      texts.add(iiko.get(STORES, "none").body());
    }

    assertThat(texts).hasSize(4).contains("");
  }

  @Test
  void newPasswordIsTheOnlyOne() throws Exception {
    control.password("другой");

    assertThat(iiko.login(IikoWire.FORM).statusCode()).isEqualTo(401);
    assertThat(iiko.login(IikoWire.form("другой")).statusCode()).isEqualTo(200);
  }

  @Test
  void loginWhoseAnswerIsLostTakesASlot() {
    control.setFault(IikoSandboxClient.LOGIN, Fault.dropAfter().times(1));

    assertThatThrownBy(iiko::login).isInstanceOf(IOException.class);

    assertThat(control.use().slotsHeld()).isEqualTo(1);
  }

  @Test
  void tenantsShareNothing() throws Exception {
    IikoSandboxClient neighbour = new IikoSandboxClient(sandbox.url(), "neighbour");
    neighbour.reset();
    String token = iiko.login();

    IikoWire other = new IikoWire(neighbour.baseUrl());

    assertThat(other.get(STORES, token).statusCode()).isEqualTo(401);
    other.login();
    assertThat(neighbour.stores().keySet()).doesNotContainAnyElementsOf(control.stores().keySet());
    assertThat(neighbour.use().logins()).isEqualTo(1);
    assertThat(control.counter(IikoSandboxClient.LOGIN).calls()).isEqualTo(1);
  }

  @Test
  void serverThatNobodyMadeIsNoServer() throws Exception {
    IikoWire nobody = new IikoWire(sandbox.url().resolve("/iiko/nobody"));

    assertThat(nobody.login(IikoWire.FORM).statusCode()).isEqualTo(404);
  }

  @Test
  void demoServerIsThereFromTheStart() throws Exception {
    IikoSandboxClient demo = new IikoSandboxClient(sandbox.url());

    new IikoWire(demo.baseUrl()).login();

    assertThat(demo.use().logins()).isEqualTo(1);
  }
}
