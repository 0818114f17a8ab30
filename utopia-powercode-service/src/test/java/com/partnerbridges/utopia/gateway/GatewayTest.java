package com.partnerbridges.utopia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.utopia.AuditLog;
import com.partnerbridges.utopia.PartnerState;
import com.partnerbridges.utopia.UtopiaConfig;
import com.partnerbridges.utopia.gateway.Outcome.Done;
import com.partnerbridges.utopia.gateway.Outcome.Failed;
import com.partnerbridges.utopia.gateway.Outcome.Refused;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gateways with settings of their own, and the sandbox as their partners. */
abstract class GatewayTest {

  static final String ORDER = "UIA202511-038109";
  static final List<String> OPERATIONS =
      List.of(
          "lookup",
          "readCustomer",
          "searchCustomers",
          "createCustomer",
          "addCustomerService",
          "createTicket",
          "addTag");

  private static final AtomicInteger GATEWAYS = new AtomicInteger();

  @ConfigProperty(name = "SANDBOX_URL")
  URI sandbox;

  @Inject Vertx vertx;
  @Inject AuditLog audit;
  @Inject PartnerState partners;
  @Inject SmallRyeConfig settings;

  UtopiaSandboxClient utopiaSandbox;
  PowercodeSandboxClient powercodeSandbox;
  UtopiaGateway utopia;
  PowercodeGateway powercode;
  String customerId = "1";
  LogCapture log;

  /** How long the next gateways wait for an answer. */
  String patience = "10s";

  @BeforeEach
  void startClean() {
    utopiaSandbox = new UtopiaSandboxClient(sandbox);
    utopiaSandbox.reset();
    powercodeSandbox = new PowercodeSandboxClient(sandbox);
    powercodeSandbox.reset();
    with(Map.of());
    log = new LogCapture();
  }

  @AfterEach
  void stopListening() {
    log.close();
  }

  /**
   * New gateways, with these settings instead of the usual ones.
   *
   * @return what stands between the gateway and PowerCode
   */
  final PowercodeApi with(Map<String, String> others) {
    Map<String, String> all = new HashMap<>();
    for (String name : settings.getPropertyNames()) {
      if (name.startsWith("utopia.")) {
        settings.getOptionalValue(name, String.class).ifPresent(it -> all.put(name, it));
      }
    }
    all.put("utopia.api.calls.read-timeout", patience);
    all.put("utopia.powercode.calls.read-timeout", patience);
    all.putAll(others);
    UtopiaConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(UtopiaConfig.class)
            .withDefaultValues(all)
            .build()
            .getConfigMapping(UtopiaConfig.class);
    String name = "test" + GATEWAYS.incrementAndGet();
    var metrics = new SimpleMeterRegistry();
    utopia =
        new UtopiaGateway(
            name + "-utopia", new UtopiaApi(vertx, config), config, audit, partners, metrics);
    PowercodeApi api = new PowercodeApi(vertx, config, new PowercodeAddresses(config));
    powercode = new PowercodeGateway(name + "-powercode", api, config, audit, partners, metrics);
    return api;
  }

  /** Both partners are there. */
  static Map<String, String> everybodyAt(String url) {
    return Map.of(
        "utopia.api.url", url + "/utopia",
        "utopia.powercode.url", url,
        "utopia.powercode.classic-url", url + "/powercode/api/1/index.php",
        "utopia.powercode.uapi-url", url + "/powercode/uapi");
  }

  /** One of {@link #OPERATIONS}, on anybody. */
  final Outcome<?> call(String operation) {
    return switch (operation) {
      case "lookup" -> await(utopia.lookup(ORDER));
      case "readCustomer" -> await(powercode.customerOfSite(ORDER, "77"));
      case "searchCustomers" -> await(powercode.search(ORDER, "Ada Baker"));
      case "createCustomer" -> await(powercode.createCustomer(ORDER, customer("12 MAIN ST")));
      case "addCustomerService" -> await(powercode.addService(ORDER, customerId, 164, 1, true));
      case "createTicket" -> await(powercode.createTicket(ORDER, ticket()));
      case "addTag" -> await(powercode.addTag(ORDER, customerId, "Fiber"));
      default -> throw new IllegalArgumentException(operation);
    };
  }

  final int callsOf(String operation) {
    return operation.equals("lookup")
        ? utopiaSandbox.calls(operation).size()
        : powercodeSandbox.calls(operation).size();
  }

  static NewCustomer customer(String street) {
    return new NewCustomer(
        "Ada",
        "Baker & Söhne",
        "ada@example.com",
        "8015550123",
        street,
        "OREM",
        "UT",
        "84057",
        "77",
        "UIA202511-038109 100% + more",
        "ada@example.com",
        "very-secret",
        1,
        15,
        5);
  }

  final NewTicket ticket() {
    return new NewTicket(
        customerId, "New order", null, null, null, null, null, false, "<b>Install</b>");
  }

  static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done<T>) outcome).value();
  }

  static Refused<?> refused(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Refused.class);
    return (Refused<?>) outcome;
  }

  static Trouble trouble(Outcome<?> outcome) {
    assertThat(outcome).isInstanceOf(Failed.class);
    return ((Failed<?>) outcome).trouble();
  }

  static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(20));
  }
}
