package com.partnerbridges.utopia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.utopia.gateway.Contract.Item;
import com.partnerbridges.utopia.gateway.Trouble.Kind;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UtopiaGatewayTest extends GatewayTest {

  private static final UtopiaOrder USUAL =
      UtopiaOrder.usual(ORDER).name("Ada", "Baker").phone("8015550123").siteid("77");

  @Test
  void contractIsWhatTheLookUpTells() throws Exception {
    utopiaSandbox.order(
        USUAL
            .email("ada@example.com")
            .address("12 MAIN ST", "4b", "OREM")
            .items("1 Gbps", "Phone")
            .with("/unheardof", Map.of("of", 1)));

    Contract contract = lookup();

    assertThat(contract.firstName()).isEqualTo("Ada");
    assertThat(contract.lastName()).isEqualTo("Baker");
    assertThat(contract.email()).isEqualTo("ada@example.com");
    assertThat(contract.street()).isEqualTo("12 MAIN ST");
    assertThat(contract.apt()).isEqualTo("4b");
    assertThat(contract.city()).isEqualTo("OREM");
    assertThat(contract.items()).containsExactly(new Item("1 Gbps"), new Item("Phone"));
    assertThat(contract.termsAgreed()).isNotNull();
    assertThat(contract.status()).isEqualTo("New");
    assertThat(contract.orderSource()).isEqualTo("Online");
    assertThat(contract.toString()).doesNotContain("Ada", "Baker", "MAIN", "555");
    ObjectMapper stored = new ObjectMapper();
    assertThat(stored.readValue(stored.writeValueAsString(contract), Contract.class))
        .isEqualTo(contract);
  }

  @Test
  void numbersAreReadAsText() {
    utopiaSandbox.order(
        USUAL
            .siteid(38109)
            .with("/customer/phone", 8015550123L)
            .with("/address/zip", 84057)
            .with("/address/apt", 4));

    Contract contract = lookup();

    assertThat(contract.siteid()).isEqualTo("38109");
    assertThat(contract.phone()).isEqualTo("8015550123");
    assertThat(contract.zip()).isEqualTo("84057");
    assertThat(contract.apt()).isEqualTo("4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UT", "UTAH", "Montana"})
  void stateIsAsUtopiaSpellsIt(String spelling) {
    utopiaSandbox.order(USUAL.state(spelling));

    assertThat(lookup().state()).isEqualTo(spelling);
  }

  @Test
  void whatIsMissingIsNull() {
    utopiaSandbox.order(
        USUAL
            .withoutSiteid()
            .withoutItems()
            .withoutTerms()
            .with("/customer/email", null)
            .with("/customer/phone", "  ")
            .with("/address/zip", Map.of()));

    Contract contract = lookup();

    assertThat(contract.siteid()).isNull();
    assertThat(contract.items()).isEmpty();
    assertThat(contract.termsAgreed()).isNull();
    assertThat(contract.email()).isNull();
    assertThat(contract.phone()).isNull();
    assertThat(contract.zip()).isNull();
  }

  @Test
  void textIsCleanedAndBounded() {
    utopiaSandbox.order(
        USUAL.name("A\u0000d\na", "B".repeat(5000)).items(" 1\tGbps ").with("/status", true));

    Contract contract = lookup();

    assertThat(contract.firstName()).isEqualTo("A d a");
    assertThat(contract.lastName()).startsWith("BBB").hasSizeLessThan(210);
    assertThat(contract.items()).containsExactly(new Item("1 Gbps"));
    assertThat(contract.status()).isNull();
  }

  @Test
  void anItemWithoutDescriptionIsStillAnItem() {
    utopiaSandbox.order(USUAL.with("/orderitems", new Object[] {Map.of("qty", 1), 7}));

    assertThat(lookup().items()).containsExactly(new Item(null), new Item(null));
  }

  @Test
  void moreItemsThanCanBeMeantAreNoContract() {
    utopiaSandbox.order(
        USUAL.items(IntStream.range(0, 101).mapToObj(i -> "1 Gbps").toArray(String[]::new)));

    assertThat(trouble(call("lookup")).kind()).isEqualTo(Kind.UNCLEAR);
  }

  @Test
  void anOrderOfAnotherProviderIsRefusedWith404OrWith200() {
    assertThat(refused(call("lookup")).message()).startsWith("No valid records found");
    utopiaSandbox.absentWith200();
    assertThat(refused(call("lookup")).message()).startsWith("No valid records found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no  valid records found for this ISP.", " No valid records found for this isp!"})
  void spellingOfTheDenialDoesNotMatter(String text) {
    utopiaSandbox.order(new UtopiaOrder(ORDER, USUAL.contract()).with("/error", text));

    assertThat(call("lookup")).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Something went wrong", "No valid records found", "", "Invalid orderref"})
  void anyOtherErrorIsAFailureAlsoWith200(String text) {
    utopiaSandbox.order(new UtopiaOrder(ORDER, USUAL.contract()).with("/error", text));

    Trouble trouble = trouble(call("lookup"));

    assertThat(trouble.kind()).isEqualTo(Kind.UNCLEAR);
    assertThat(trouble.why()).startsWith("UTOPIA says: ").contains("HTTP 200");
  }

  @Test
  void denialWithAServerErrorIsAFailure() {
    utopiaSandbox.setFault("lookup", Fault.status(500));

    assertThat(trouble(call("lookup")).kind()).isEqualTo(Kind.UNCLEAR);
  }

  @Test
  void aKeyThatIsNotAcceptedIsNoDenialAndIsNotShown() {
    with(Map.of("utopia.api.key", "another-utopia-key"));

    Trouble trouble = trouble(call("lookup"));

    assertThat(trouble.kind()).isEqualTo(Kind.UNCLEAR);
    assertThat(trouble.why())
        .contains("Authentication Failed", "UTOPIA_API_KEY")
        .doesNotContain("another-utopia-key");
  }

  @Test
  void anEchoShowsNoKey() {
    utopiaSandbox.order(
        USUAL.with("/error", "no access for " + UtopiaSandboxClient.API_KEY + " today"));

    assertThat(trouble(call("lookup")).why()).contains("no access for *** today");
  }

  @Test
  void addressMayNameTheCallAlready() {
    utopiaSandbox.order(USUAL);
    with(Map.of("utopia.api.url", sandbox + "/utopia/spquery/contractlookup/"));

    assertThat(lookup().siteid()).isEqualTo("77");
  }

  @Test
  void eachCallIsOneLineOfTheAuditWithNothingPersonal() {
    utopiaSandbox.order(USUAL);
    lookup();

    assertThat(log.lines().stream().filter(it -> it.contains("partner=utopia")))
        .singleElement()
        .asString()
        .contains("action=lookup outcome=done");
    assertThat(log.lines()).noneMatch(it -> it.contains("Baker") || it.contains("8015550123"));
  }

  private Contract lookup() {
    return done(await(utopia.lookup(ORDER)));
  }
}
