package com.partnerbridges.dev.sandbox.iiko;

import static com.partnerbridges.dev.sandbox.room.ControlHttp.encoded;

import com.fasterxml.jackson.core.type.TypeReference;
import com.partnerbridges.dev.sandbox.room.ControlClient;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The control API of one account's iiko server for tests and demonstrations, in plain Java. The
 * server is made by the first call about it; {@link #reset()} brings it back to what it was then.
 */
public final class IikoSandboxClient extends ControlClient {
  /** The server that is there from the start. */
  public static final String DEMO = IikoTenants.DEMO;

  /** User name and password of a new server. */
  public static final String USERNAME = IikoSettings.LOGIN;

  public static final String PASSWORD = IikoSettings.PASSWORD;

  // operations
  public static final String LOGIN = IikoApi.LOGIN;
  public static final String LOGOUT = IikoApi.LOGOUT;
  public static final String DEPARTMENTS = IikoApi.DEPARTMENTS;
  public static final String STORES = IikoApi.STORES;
  public static final String SUPPLIERS = IikoApi.SUPPLIERS;
  public static final String SEARCH = IikoApi.SEARCH;
  public static final String INVOICES = IikoApi.INVOICES;
  public static final String INVOICES_JSON = IikoApi.INVOICES_JSON;

  private final URI baseUrl;

  public IikoSandboxClient(URI sandboxUrl) {
    this(sandboxUrl, DEMO);
  }

  /**
   * @param tenant name of the server: small letters, digits and hyphens
   */
  public IikoSandboxClient(URI sandboxUrl, String tenant) {
    super(sandboxUrl, IikoRoom.NAME + "/tenants/" + encoded(tenant));
    this.baseUrl = sandboxUrl.resolve("/" + IikoRoom.NAME + "/" + tenant);
  }

  /** What an account enters as the address of its server, without a slash at the end. */
  public URI baseUrl() {
    return baseUrl;
  }

  public IikoUse use() {
    return Json.read(get("/use"), IikoUse.class);
  }

  /** Waits for what may come a moment after an answer, such as the end of a session. */
  public IikoUse awaitUse(Predicate<IikoUse> wanted, Duration timeout) {
    return ControlHttp.await("such use", timeout, () -> Optional.of(use()).filter(wanted));
  }

  public void change(IikoSettings settings) {
    put("/settings", settings);
  }

  /** 0 = nobody gets in. */
  public void slots(int number) {
    change(Json.with(IikoSettings.UNCHANGED, "slots", number));
  }

  public void password(String password) {
    change(Json.with(IikoSettings.UNCHANGED, "password", password));
  }

  public void moduleBlocked(boolean blocked) {
    change(Json.with(IikoSettings.UNCHANGED, "moduleBlocked", blocked));
  }

  public void wrappedToken(boolean wrapped) {
    change(Json.with(IikoSettings.UNCHANGED, "wrappedToken", wrapped));
  }

  public void jsonShape(JsonShape shape) {
    change(Json.with(IikoSettings.UNCHANGED, "jsonShape", shape));
  }

  /** Until it is {@link Oddity#NONE} again. */
  public void odd(String list, Oddity oddity) {
    change(Json.with(IikoSettings.UNCHANGED, "oddities", Map.of(list, oddity)));
  }

  /** The next calls are answered with 429 or 503, and say when to come back. */
  public void busy(String operation, int status, Duration retryAfter, int times) {
    change(Json.with(IikoSettings.UNCHANGED, "retryAfterSeconds", retryAfter.toSeconds()));
    setFault(operation, Fault.status(status).times(times));
  }

  /** The next call is sent elsewhere. */
  public void redirect(String operation, URI location) {
    change(Json.with(IikoSettings.UNCHANGED, "location", location.toString()));
    setFault(operation, Fault.status(302).times(1));
  }

  /** The server's clock goes on at once. */
  public void advance(Duration by) {
    post("/clock", new IikoControl.Advance(by.toSeconds()));
  }

  /** Every session dies, and every connection. */
  public void restart() {
    post("/restart", Map.of());
  }

  /**
   * By the keys they were put under, which at first are their ids; the stores are not among them.
   */
  public Map<String, CorporateItem> departments() {
    return Json.read(get("/departments"), new TypeReference<>() {});
  }

  public Map<String, CorporateItem> stores() {
    return Json.read(get("/stores"), new TypeReference<>() {});
  }

  public Map<String, IikoSupplier> suppliers() {
    return Json.read(get("/suppliers"), new TypeReference<>() {});
  }

  public Map<String, IikoInvoice> invoices() {
    return Json.read(get("/invoices"), new TypeReference<>() {});
  }

  public void putDepartment(String key, CorporateItem department) {
    put("/departments/" + encoded(key), department);
  }

  public void putStore(String key, CorporateItem store) {
    put("/stores/" + encoded(key), store);
  }

  public void putSupplier(String key, IikoSupplier supplier) {
    put("/suppliers/" + encoded(key), supplier);
  }

  public void putInvoice(String key, IikoInvoice invoice) {
    put("/invoices/" + encoded(key), invoice);
  }

  /**
   * @param list {@link #DEPARTMENTS}, {@link #STORES}, {@link #SUPPLIERS} or {@link #INVOICES}
   */
  public void remove(String list, String key) {
    delete("/" + encoded(list) + "/" + encoded(key));
  }

  /** One more invoice, of today. */
  public IikoInvoice newInvoice() {
    return Json.read(post("/invoice-now", Map.of()), IikoInvoice.class);
  }

  /** Instead of the bulk before; the answer has its dates. */
  public IikoBulk bulk(IikoBulk bulk) {
    return Json.read(put("/bulk", bulk), IikoBulk.class);
  }
}
