package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.partnerbridges.dev.sandbox.powercode.PowercodeAccount;
import com.partnerbridges.dev.sandbox.powercode.PowercodeCustomer;
import com.partnerbridges.dev.sandbox.powercode.PowercodeService;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the callback to all that PowerCode has in the end. */
@QuarkusTest
class ProvisioningTest extends ServiceTest {

  @Test
  void anOrderBecomesACustomerWithServicesTicketAndTags() {
    String ref = received();

    dueWork();

    assertThat(state(ref)).isEqualTo("DONE");
    assertThat(steps(ref))
        .containsExactly(
            "lookup DONE",
            "customer DONE",
            "service:164 DONE",
            "service:172 DONE",
            "ticket DONE",
            "tags DONE");
    PowercodeAccount account = account(ref);
    assertThat(account.services())
        .extracting(PowercodeService::serviceId, PowercodeService::quantity)
        .containsExactly(tuple("164", 1), tuple("172", 1));
    assertThat(account.tickets()).hasSize(1);
    assertThat(account.tags()).containsExactly("UTOPIA", "Fiber");
  }

  @Test
  void eachNewCustomerHasAPasswordOfItsOwn() {
    String one = received();
    String other = received();

    dueWork();

    String password = account(one).customer().field("customerPortalPassword");
    assertThat(password).hasSizeGreaterThanOrEqualTo(20);
    assertThat(account(other).customer().field("customerPortalPassword")).isNotEqualTo(password);
    assertThat(texts("select row_to_json(orders)::text from orders"))
        .noneMatch(row -> row.contains(password));
  }

  @ParameterizedTest
  @CsvSource({"Montana, MT", "UTAH, UT", "ut, UT", "new mexico, NM", "'D.C.', DC", "Bavaria, ''"})
  void aStateIsTwoLettersForPowercode(String spelling, String code) {
    String ref = received(UtopiaOrder.usual(newRef()).state(spelling));

    dueWork();

    if (code.isEmpty()) {
      assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION");
      assertThat(powercode.customers()).isEmpty();
    } else {
      assertThat(account(ref).customer().field("physicalState")).isEqualTo(code);
    }
  }

  @Test
  void anAddressThatIsOnNoMapIsMadeWithoutGeocoding() {
    String ref = received(UtopiaOrder.usual(newRef()).address("1 GEOFAIL ROAD", "4", "OREM"));

    dueWork();

    assertThat(state(ref)).isEqualTo("DONE");
    PowercodeCustomer customer = account(ref).customer();
    assertThat(customer.field("physicalStreet")).isEqualTo("1 GEOFAIL ROAD Apt 4");
    assertThat(customer.field("physicalAutomaticallyGeocode")).isEqualTo("0");
  }

  @Test
  void whatIsRefusedWithoutGeocodingTooIsForAPerson() {
    String ref = received();
    powercode.refuse("createCustomer", 23, "no such place", 0);

    dueWork();

    assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION");
    assertThat(error(ref)).contains("23", "no such place");
    assertThat(powercode.calls("createCustomer")).hasSize(2);
  }

  @Test
  void theCustomerOfTheSiteIsUsedWhenItIsTheSamePerson() {
    UtopiaOrder order = UtopiaOrder.usual(newRef()).name("José", "O'Neil").siteid("S-77");
    PowercodeCustomer known =
        powercode.existing(
            PowercodeCustomer.named("JOSE", "O NEIL")
                .at("1 A ST", "OREM", "UT", "84057")
                .extAccountID("S-77"));
    String ref = received(order);

    dueWork();

    assertThat(state(ref)).isEqualTo("DONE");
    assertThat(account(ref).customer().customerId()).isEqualTo(known.customerId());
    assertThat(powercode.done("createCustomer")).isZero();
  }

  @Test
  void aNewTenantAtAnOldAddressIsForAPerson() {
    powercode.existing(
        PowercodeCustomer.named("Old", "Tenant")
            .at("1 A ST", "OREM", "UT", "84057")
            .extAccountID("S-78"));
    String ref = received(UtopiaOrder.usual(newRef()).siteid("S-78"));

    dueWork();

    assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION");
    assertThat(error(ref)).contains("another name");
    assertThat(powercode.done("addCustomerService")).isZero();
  }

  @Test
  void theSameNameAtTheSameAddressIsForAPerson() {
    powercode.existing(
        PowercodeCustomer.named("Ann", "Lee").at("12 North Main Street", "Orem", "UT", "84057"));
    String ref =
        received(
            UtopiaOrder.usual(newRef()).name("ANN", "LEE").address("12 N MAIN ST", "", "OREM"));

    dueWork();

    assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION");
    assertThat(error(ref)).contains("same name and address");
    assertThat(powercode.customers()).hasSize(1);
  }

  @Test
  void theSameNameElsewhereIsSomebodyElse() {
    powercode.existing(
        PowercodeCustomer.named("Ann", "Lee").at("99 South Main Street", "Orem", "UT", "84057"));
    String ref =
        received(
            UtopiaOrder.usual(newRef()).name("ANN", "LEE").address("12 N MAIN ST", "", "OREM"));

    dueWork();

    assertThat(state(ref)).isEqualTo("DONE");
    assertThat(powercode.customers()).hasSize(2);
  }

  @Test
  void anUnknownDescriptionNeverBecomesAnotherPlan() {
    String ref = received(UtopiaOrder.usual(newRef()).items("1 Gbps", "10 Gbps Ultra"));

    dueWork();

    assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION");
    assertThat(error(ref)).contains("\"10 Gbps Ultra\"").doesNotContain("\"1 Gbps\"");
    assertThat(powercode.customers()).isEmpty();
  }

  @Test
  void anOrderOfManyLongUnknownDescriptionsIsForAPerson() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] unknown =
        Stream.generate(
                () ->
                    random
                        .ints(200, 0x4E00, 0x9FFF)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
            .limit(20)
            .toArray(String[]::new);
    String ref = received(UtopiaOrder.usual(newRef()).items(unknown));

    dueWork();

    assertThat(state(ref)).as("seed " + seed).isEqualTo("NEEDS_ATTENTION");
    assertThat(texts("select kind from letter")).containsExactly("NEEDS_ATTENTION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/address/address", "/address/city", "/customer/lastname"})
  void nobodyIsMadeWithoutNameAndAddress(String missing) {
    String ref =
        received(UtopiaOrder.usual(newRef()).address("1 A ST", "4", "OREM").without(missing));

    dueWork();

    assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION");
    assertThat(powercode.customers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"250 mbps", " 250  MBPS ", "250Mbps"})
  void caseAndWhiteSpaceOfADescriptionMakeNoDifference(String description) {
    String ref = received(UtopiaOrder.usual(newRef()).items(description));

    dueWork();

    assertThat(steps(ref)).contains("service:163 DONE");
  }

  @Test
  void aServiceThatStandsInAnOrderTwiceIsAddedOnce() {
    String ref = received(UtopiaOrder.usual(newRef()).items("1 Gbps", "1 GBPS"));

    dueWork();

    assertThat(state(ref)).isEqualTo("DONE");
    assertThat(account(ref).services())
        .extracting(PowercodeService::serviceId)
        .containsExactly("164", "172");
  }

  @Test
  void whatCannotBeWorkedOnIsForAPerson() {
    List<String> refs =
        List.of(
            received(UtopiaOrder.usual(newRef()).withoutItems()),
            received(UtopiaOrder.usual(newRef()).items()),
            received(UtopiaOrder.usual(newRef()).with("/orderitems", List.of(Map.of("qty", 1)))),
            received(UtopiaOrder.usual(newRef()).withoutSiteid()),
            received(UtopiaOrder.usual(newRef()).siteid("  ")));

    dueWork();

    assertThat(refs).allSatisfy(ref -> assertThat(state(ref)).isEqualTo("NEEDS_ATTENTION"));
    assertThat(powercode.calls("readCustomer")).isEmpty();
  }

  @Test
  void anotherProvidersOrderEndsQuietly() {
    String ref = newRef();
    utopia.callback(ref);

    dueWork();

    assertThat(state(ref)).isEqualTo("NOT_OURS");
    assertThat(texts("select kind from letter")).isEmpty();
  }

  @Test
  void anOrderThatUtopiaDeniedIsLookedUpAgainWhenItIsCalledForLater() {
    String ref = newRef();
    utopia.callback(ref);
    dueWork();
    clock.forward(Duration.ofMinutes(2));
    received(UtopiaOrder.usual(ref));

    dueWork();

    assertThat(state(ref)).isEqualTo("DONE");
  }

  @Test
  void numbersAsIdsAndAsSitesMakeNoDifference() {
    powercode.idsAsNumbers(true);
    String ref = received(UtopiaOrder.usual(newRef()).siteid(4711));

    dueWork();

    assertThat(state(ref)).isEqualTo("DONE");
    assertThat(account(ref).customer().extAccountID()).isEqualTo("4711");
  }
}
