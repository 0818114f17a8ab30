package com.partnerbridges.dev.sandbox.room;

import static com.partnerbridges.dev.sandbox.room.ControlHttp.encoded;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the control API offers for every partner. Calls block, and throw when they are refused. */
public abstract class ControlClient {
  private final ControlHttp http;
  private final String base;

  protected ControlClient(URI sandboxUrl, String partner) {
    this.http = new ControlHttp(sandboxUrl);
    this.base = "/control/" + partner;
  }

  /** This partner forgets everything; its keys and tokens stay. */
  public void reset() {
    post("/reset", Map.of());
  }

  /** Until cleared, or for {@link Fault#times()} calls; {@link Faults#ALL} for every operation. */
  public void setFault(String operation, Fault fault) {
    put("/faults/" + encoded(operation), fault);
  }

  public void clearFault(String operation) {
    delete("/faults/" + encoded(operation));
  }

  public void clearFaults() {
    delete("/faults");
  }

  public Map<String, Fault> faults() {
    return Json.read(get("/faults"), new TypeReference<>() {});
  }

  /** The last calls that the partner received, newest first. */
  public List<RecordedCall> calls() {
    return Json.read(get("/calls?limit=1000"), new TypeReference<>() {});
  }

  public List<RecordedCall> calls(String operation) {
    return Json.read(
        get("/calls?limit=1000&operation=" + encoded(operation)), new TypeReference<>() {});
  }

  public Counter counter(String operation) {
    Map<String, Counter> counters = Json.read(get("/counters"), new TypeReference<>() {});
    return counters.get(operation);
  }

  /** The last webhook deliveries, newest first. */
  public List<Delivery> deliveries() {
    return Json.read(get("/deliveries?limit=1000"), new TypeReference<>() {});
  }

  public List<Delivery> deliveries(String reference) {
    return Json.read(
        get("/deliveries?limit=1000&reference=" + encoded(reference)), new TypeReference<>() {});
  }

  public List<Delivery> awaitDeliveries(
      String reference, Predicate<List<Delivery>> wanted, Duration timeout) {
    return ControlHttp.await(
        "deliveries of " + reference,
        timeout,
        () -> Optional.of(deliveries(reference)).filter(wanted));
  }

  public List<RecordedCall> awaitCalls(String operation, int atLeast, Duration timeout) {
    return ControlHttp.await(
        atLeast + " calls of " + operation,
        timeout,
        () -> Optional.of(calls(operation)).filter(calls -> calls.size() >= atLeast));
  }

  /** Looks something up until it is there. */
  protected final <T> T awaitFound(String what, Duration timeout, Supplier<T> lookup) {
    return ControlHttp.await(
        what,
        timeout,
        () -> {
          try {
            return Optional.of(lookup.get());
          } catch (NoSuchElementException notYet) {
            return Optional.empty();
          }
        });
  }

  protected final byte[] get(String path) {
    return http.call("GET", base + path, null);
  }

  protected final byte[] post(String path, Object body) {
    return http.call("POST", base + path, body);
  }

  protected final byte[] put(String path, Object body) {
    return http.call("PUT", base + path, body);
  }

  protected final void delete(String path) {
    http.call("DELETE", base + path, null);
  }
}
