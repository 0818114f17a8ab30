package com.partnerbridges.dev.sandbox.powercode;

import static com.partnerbridges.dev.sandbox.room.ControlHttp.encoded;

import com.fasterxml.jackson.core.type.TypeReference;
import com.partnerbridges.dev.sandbox.room.ControlClient;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** PowerCode's control API for tests and demonstrations, in plain Java. */
public final class PowercodeSandboxClient extends ControlClient {
  /** Parameter {@code apiKey} of the classic API; user of the newer one. */
  public static final String API_KEY = PowercodeApi.KEY;

  /** The operation of the newer API; all others have the names of their actions. */
  public static final String ADD_TAG = PowercodeApi.ADD_TAG;

  /** {@code createCustomer} answers 23 for a street with this in it, unless it need not geocode. */
  public static final String GEOFAIL = PowercodeActions.GEOFAIL;

  private static final int ALL = 20_000;

  public PowercodeSandboxClient(URI sandboxUrl) {
    super(sandboxUrl, PowercodeRoom.NAME);
  }

  /** Everything about every customer, newest first. */
  public List<PowercodeAccount> accounts() {
    return Json.read(get("/customers?limit=" + ALL), PowercodePage.class).items();
  }

  public List<PowercodeCustomer> customers() {
    return accounts().stream().map(PowercodeAccount::customer).toList();
  }

  /** All customers with this {@code extAccountID}: one, unless something was done twice. */
  public List<PowercodeAccount> accountsOf(String extAccountId) {
    return Json.read(
            get("/customers?limit=" + ALL + "&extAccountID=" + encoded(extAccountId)),
            PowercodePage.class)
        .items();
  }

  /** Waits for the accounts of a site to be as wanted, and for there to be any. */
  public List<PowercodeAccount> awaitAccountsOf(
      String extAccountId, Predicate<PowercodeAccount> wanted, Duration timeout) {
    return ControlHttp.await(
        "such accounts of " + extAccountId,
        timeout,
        () ->
            Optional.of(accountsOf(extAccountId))
                .filter(all -> !all.isEmpty() && all.stream().allMatch(wanted)));
  }

  public PowercodeCustomer customer(String customerId) {
    return account(customerId).customer();
  }

  public List<PowercodeService> services(String customerId) {
    return account(customerId).services();
  }

  /** Every ticket of every customer, newest first. */
  public List<PowercodeTicket> tickets() {
    return Json.read(get("/tickets?limit=" + ALL), new TypeReference<>() {});
  }

  public List<PowercodeTicket> tickets(String customerId) {
    return account(customerId).tickets();
  }

  public List<String> tags(String customerId) {
    return account(customerId).tags();
  }

  public PowercodeAccount account(String customerId) {
    return Json.read(get("/customers/" + encoded(customerId)), PowercodeAccount.class);
  }

  /** How often each action was really done, whether its answer arrived or not. */
  public Map<String, Long> done() {
    return Json.read(get("/done"), new TypeReference<>() {});
  }

  public long done(String action) {
    return done().get(action);
  }

  /** Somebody who is a customer already; the answer has the id. */
  public PowercodeCustomer existing(PowercodeCustomer customer) {
    return Json.read(post("/customers", customer), PowercodeCustomer.class);
  }

  /**
   * The action is not done, and answers 200 with this status code.
   *
   * @param times number of calls; 0 = until the reset
   */
  public void refuse(String action, int statusCode, String message, int times) {
    put("/refusals/" + encoded(action), new Refusal(statusCode, message, times));
  }

  /** The next calls are over the limit: 429, and nothing is done. */
  public void rateLimited(String action, Duration retryAfter, int times) {
    put("/settings", new PowercodeSettings(null, (int) retryAfter.toSeconds()));
    setFault(action, Fault.status(429).times(times));
  }

  public void idsAsNumbers(boolean on) {
    put("/settings", new PowercodeSettings(on, null));
  }

  /** What the TLS port shows; made anew at each start. */
  public String certificatePem() {
    return new String(get("/certificate"), StandardCharsets.US_ASCII);
  }
}
