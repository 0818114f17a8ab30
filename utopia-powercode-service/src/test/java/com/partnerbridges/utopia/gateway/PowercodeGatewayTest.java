package com.partnerbridges.utopia.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.sandbox.powercode.PowercodeAccount;
import com.partnerbridges.dev.sandbox.powercode.PowercodeCustomer;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.powercode.PowercodeService;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Customer;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Listed;
import com.partnerbridges.utopia.gateway.Trouble.Kind;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PowercodeGatewayTest extends GatewayTest {

  private static final String KEY = PowercodeSandboxClient.API_KEY;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void idsAreTextHoweverTheyCome(boolean numbers) {
    powercodeSandbox.idsAsNumbers(numbers);

    String created = done(await(powercode.createCustomer(ORDER, customer("12 MAIN ST"))));

    customerId = created;
    assertThat(powercodeSandbox.accountsOf("77"))
        .extracting(it -> it.customer().customerId())
        .containsExactly(created);
    Customer read = done(await(powercode.customerOfSite(ORDER, "77")));
    assertThat(read)
        .isEqualTo(
            new Customer(
                created, "Ada", "Baker & Söhne", read.companyName(), "12 MAIN ST", "OREM", "UT"));
    assertThat(done(await(powercode.search(ORDER, "Ada Baker"))))
        .containsExactly(new Listed(created, read.companyName(), "12 MAIN ST", "OREM"));
    String ticket = done(await(powercode.createTicket(ORDER, ticket())));
    assertThat(powercodeSandbox.tickets(created))
        .extracting(it -> it.ticketId())
        .containsExactly(ticket);
  }

  @Test
  void whatIsSentIsWhatTheDryRunShows() {
    NewCustomer customer = customer("12 MAIN ST");
    Map<String, String> expected = new HashMap<>(customer.parameters());
    expected.putAll(Map.of("apiKey", KEY, "action", "createCustomer"));

    done(await(powercode.createCustomer(ORDER, customer)));

    assertThat(form("createCustomer")).isEqualTo(expected);
    assertThat(expected).containsEntry("phone", "[{\"Type\":\"Home\",\"Number\":\"8015550123\"}]");
  }

  @Test
  void serviceIsSentAsItIsConfigured() {
    customerId = done(await(powercode.createCustomer(ORDER, customer("12 MAIN ST"))));

    done(await(powercode.addService(ORDER, customerId, 172, 2, false)));

    assertThat(powercodeSandbox.services(customerId))
        .containsExactly(new PowercodeService("172", 2, false));
  }

  @Test
  void tagsGoOneByOneWithTheKeyAsAUserWithoutColon() {
    customerId = done(await(powercode.createCustomer(ORDER, customer("12 MAIN ST"))));

    done(await(powercode.addTag(ORDER, customerId, "Fiber \"1\"")));
    done(await(powercode.addTag(ORDER, customerId, "UTOPIA")));

    assertThat(powercodeSandbox.tags(customerId)).containsExactly("Fiber \"1\"", "UTOPIA");
  }

  @Test
  void tagOfAStrangerIsRefused() {
    assertThat(refused(await(powercode.addTag(ORDER, "4711", "Fiber"))).code()).isEqualTo(404);
  }

  @Test
  void whoIsNotThereIsRefusedAndNotFoundIsAnEmptyList() {
    assertThat(refused(await(powercode.customerOfSite(ORDER, "77"))).code()).isNotZero();
    assertThat(done(await(powercode.search(ORDER, "Nobody Atall")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "No customers found, true",
    "0 results, true",
    "Search string not found, true",
    "Customer does not exist, true",
    "Invalid API key, false",
    "You are not allowed to search, false",
    "Notice: database error, false"
  })
  void aSearchThatIsRefusedFoundNobodyOnlyIfItSaysSo(String message, boolean nobody) {
    powercodeSandbox.refuse("searchCustomers", 9, message, 1);

    Outcome<List<Listed>> outcome = await(powercode.search(ORDER, "Ada"));

    if (nobody) {
      assertThat(done(outcome)).isEmpty();
    } else {
      assertThat(refused(outcome)).isEqualTo(new Outcome.Refused<>(9, message));
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void noSiteIsNeverLookedUp(String siteid) {
    assertThatThrownBy(() -> powercode.customerOfSite(ORDER, siteid))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(powercodeSandbox.calls()).isEmpty();
  }

  @Test
  void whatCannotBeFoundOnTheMapIsMadeWithoutTheMap() {
    NewCustomer customer = customer("12 " + PowercodeSandboxClient.GEOFAIL + " ST");

    Outcome<String> onTheMap = await(powercode.createCustomer(ORDER, customer));
    String id = done(await(powercode.createCustomerOffTheMap(ORDER, customer)));

    assertThat(PowercodeGateway.isOffTheMap(onTheMap)).isTrue();
    assertThat(powercodeSandbox.accounts())
        .extracting(PowercodeAccount::customer)
        .extracting(PowercodeCustomer::customerId)
        .containsExactly(id);
    assertThat(form("createCustomer")).containsEntry("physicalAutomaticallyGeocode", "0");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aRefusalIsOnePowercodesNumberAndMessage(String operation) {
    powercodeSandbox.refuse(operation, 7, "not today\u0000\n " + "x".repeat(1000), 1);
    customerId = powercodeSandbox.existing(PowercodeCustomer.named("Ada", "Baker")).customerId();

    Outcome.Refused<?> refused = refused(call(operation));

    assertThat(refused.code()).isEqualTo(7);
    assertThat(refused.message()).startsWith("not today").hasSizeLessThan(210).doesNotContain("\n");
    assertThat(callsOf(operation)).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anEchoShowsNoKey(String operation) {
    powercodeSandbox.refuse(operation, 1, "The key " + KEY + " is unknown", 1);
    customerId = powercodeSandbox.existing(PowercodeCustomer.named("Ada", "Baker")).customerId();

    assertThat(refused(call(operation)).message()).isEqualTo("The key *** is unknown");
  }

  @Test
  void anEchoShowsNothingPersonal() {
    String echo = "ada@example.com is taken; 8015550123; very-secret";
    powercodeSandbox.refuse("createCustomer", 1, echo, 1);

    assertThat(refused(call("createCustomer")).message()).isEqualTo("*** is taken; ***; ***");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aKeyThatIsNotAcceptedIsNamedWithWhatItBelongsTo(String operation) {
    powercodeSandbox.setFault(operation, Fault.status(operation.equals("addTag") ? 401 : 403));

    Trouble trouble = trouble(call(operation));

    assertThat(trouble.kind()).isEqualTo(Kind.NOTHING_HAPPENED);
    assertThat(trouble.why()).contains("PC_API_KEY", "IP address").doesNotContain(KEY);
  }

  @Test
  void aWrongKeyIsARefusalOfTheClassicApi() {
    with(Map.of("utopia.powercode.key", "another-key"));

    assertThat(refused(call("createTicket")).message()).isEqualTo("Invalid API key");
    assertThat(trouble(call("addTag")).kind()).isEqualTo(Kind.NOTHING_HAPPENED);
  }

  @Test
  void eachCallIsOneLineOfTheAuditWithNothingPersonal() {
    await(powercode.createCustomer(ORDER, customer("12 GEOFAIL ST")));
    done(await(powercode.createCustomerOffTheMap(ORDER, customer("12 GEOFAIL ST"))));
    await(powercode.search(ORDER, "Ada Baker"));

    assertThat(log.lines().stream().filter(it -> it.contains("partner=powercode")))
        .hasSize(3)
        .anyMatch(it -> it.contains("action=createCustomer outcome=refused:23"))
        .anyMatch(it -> it.contains("action=createCustomer outcome=done"))
        .anyMatch(it -> it.contains("action=searchCustomers outcome=done"));
    assertThat(log.lines())
        .noneMatch(it -> it.contains("Baker") || it.contains("8015550123"))
        .noneMatch(it -> it.contains("GEOFAIL") || it.contains("very-secret"))
        .noneMatch(it -> it.contains(KEY));
  }

  static Stream<String> operations() {
    return OPERATIONS.stream().filter(it -> !it.equals("lookup"));
  }

  /** What the last call of an action was sent. */
  private Map<String, String> form(String action) {
    Map<String, String> form = new HashMap<>();
    for (String part : powercodeSandbox.calls(action).get(0).body().split("&")) {
      String[] pair = part.split("=", 2);
      form.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return form;
  }
}
