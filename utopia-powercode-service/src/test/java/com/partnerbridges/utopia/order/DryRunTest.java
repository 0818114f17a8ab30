package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.dev.sandbox.powercode.PowercodeCustomer;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DryRunTest extends ServiceTest {

  private static final String SITE = "S-77";
  private static final Set<String> READS = Set.of("readCustomer", "searchCustomers");

  private final UtopiaOrder order =
      UtopiaOrder.usual(newRef())
          .name("Ann", "Lee")
          .address("12 ORCHARD LN", "4", "MURRAY")
          .siteid(SITE);

  @AfterEach
  void nothingWasChangedAnywhere() {
    powercode
        .done()
        .forEach(
            (action, times) -> {
              if (!READS.contains(action)) {
                assertThat(times).as(action).isZero();
              }
            });
    assertThat(text("select count(*) from orders")).isEqualTo("0");
    assertThat(text("select count(*) from letter")).isEqualTo("0");
  }

  @Test
  void aNewCustomersOrderIsShownWhole() {
    utopia.order(order.state("UTAH"));

    dryRun()
        .body("lookup", equalTo("FOUND"))
        .body("problems", empty())
        .body("customer.found", nullValue())
        .body("customer.create.firstName", equalTo("Ann"))
        .body("customer.create.physicalStreet", equalTo("12 ORCHARD LN Apt 4"))
        .body("customer.create.physicalState", equalTo("UT"))
        .body("customer.create.extAccountID", equalTo(SITE))
        .body("customer.create.customerPortalPassword", equalTo("(random)"))
        .body("customer.create.apiKey", nullValue())
        .body("services.serviceID", contains("164", "172"))
        .body("services[0].customerID", equalTo("(new customer)"))
        .body("services[0].quantity", equalTo("1"))
        .body("ticket.summary", equalTo("New UTOPIA order"))
        .body("ticket.description", containsString("Ann"))
        .body("ticket.customerID", equalTo("(new customer)"))
        .body("tags", contains("UTOPIA", "Fiber"))
        .body("mail.recipients", equalTo(2))
        .body("mail.subject", containsString(order.orderref()));
  }

  @Test
  void aCustomerOfTheSiteIsFound() {
    utopia.order(order);
    PowercodeCustomer known = powercode.existing(ada().extAccountID(SITE));

    dryRun()
        .body("customer.found", equalTo(known.customerId()))
        .body("customer.create", nullValue())
        .body("services[0].customerID", equalTo(known.customerId()))
        .body("ticket.customerID", equalTo(known.customerId()));
  }

  @Test
  void someoneOfTheSameNameAndAddressIsAProblem() {
    utopia.order(order);
    powercode.existing(ada());

    dryRun().body("customer", nullValue()).body("problems[0]", containsString("same name"));
  }

  @Test
  void allThatIsMissingIsNamed() {
    utopia.order(order.withoutSiteid().items("1 Gbps", "Ten Gbps"));

    dryRun()
        .body("lookup", equalTo("FOUND"))
        .body("problems", hasSize(2))
        .body("problems[0]", containsString("siteid"))
        .body("problems[1]", containsString("\"Ten Gbps\""));
  }

  @Test
  void anOrderOfAnotherProviderIsSaidToBeNone() {
    dryRun()
        .body("lookup", equalTo("NOT_OURS"))
        .body("services", empty())
        .body("problems", hasSize(1));
  }

  @Test
  void aPartnerThatIsAwayIsAProblem() {
    utopia.order(order);
    powercode.setFault("readCustomer", Fault.status(500));

    dryRun().body("lookup", equalTo("FOUND")).body("problems[0]", containsString("PowerCode"));
  }

  @Test
  void aLookUpThatFailsIsAProblem() {
    utopia.setFault(UtopiaSandboxClient.LOOKUP, Fault.status(500));

    dryRun().body("lookup", equalTo("FAILED")).body("problems[0]", containsString("UTOPIA"));
  }

  @Test
  void readersAndStrangersSeeNone() {
    as(READER).post("/orders/{ref}/dry-run", order.orderref()).then().statusCode(403);
    as("gar-bage").post("/orders/{ref}/dry-run", order.orderref()).then().statusCode(401);
  }

  @Test
  void noKeyOfOursIsShown() {
    utopia.order(order);

    String shown = dryRun().extract().asString();

    assertThat(shown)
        .doesNotContain(PowercodeSandboxClient.API_KEY, UtopiaSandboxClient.API_KEY)
        .contains("Ann");
  }

  private ValidatableResponse dryRun() {
    return as(OPERATOR)
        .post("/orders/{ref}/dry-run", order.orderref())
        .then()
        .statusCode(200)
        .body("orderref", equalTo(order.orderref()));
  }

  private static PowercodeCustomer ada() {
    return PowercodeCustomer.named("Ann", "Lee").at("12 Orchard Lane", "Murray", "UT", "84107");
  }
}
