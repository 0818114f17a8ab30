package com.partnerbridges.utopia.gateway;

import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.shared.partner.PartnerHttp.Reply;
import com.partnerbridges.shared.partner.PartnerUnavailable;
import com.partnerbridges.utopia.AuditLog;
import com.partnerbridges.utopia.PartnerState;
import com.partnerbridges.utopia.UtopiaConfig;
import com.partnerbridges.utopia.gateway.Outcome.Done;
import com.partnerbridges.utopia.gateway.Outcome.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Asks PowerCode and says what its answers mean. PowerCode's field names stop here. Each call is
 * made once: who repeats it must know first what became of it.
 */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
public class PowercodeGateway {

  /** Somebody who is a customer; any text may be null, the id is not. */
  public record Customer(
      String id,
      String firstName,
      String lastName,
      String companyName,
      String street,
      String city,
      String state) {

    @Override
    public String toString() {
      return "Customer[" + id + "]";
    }
  }

  /** A line of a search; any text may be null, the id is not. */
  public record Listed(String id, String companyName, String street, String city) {

    @Override
    public String toString() {
      return "Listed[" + id + "]";
    }
  }

  private static final String PARTNER = PartnerState.POWERCODE;
  private static final String ADD_TAG = "addTag";
  private static final int NOT_GEOCODED = 23;

  private static final String KEY_REFUSED =
      "PowerCode does not accept PC_API_KEY; a key belongs to the IP address that calls with it";

  private static final String TLS_HINT =
      "PowerCode's certificate is not trusted; see PC_PINNED_CERTIFICATE and PC_TRUST_STORE";

  /** Which number a search has for nothing is not known. */
  private static final Pattern NOTHING_FOUND =
      Pattern.compile(
          "(?i)\\b(no|0|zero)\\b.{0,40}\\b(customers?|results?|records?|match(es)?|found)\\b"
              + "|\\b(not|nothing|none) found\\b|\\bdo(es)? not exist\\b");

  private final PowercodeApi api;
  private final AuditLog audit;
  private final PartnerState partners;
  private final Mask mask;
  private final PartnerCalls calls;

  @Inject
  PowercodeGateway(
      PowercodeApi api,
      UtopiaConfig config,
      AuditLog audit,
      PartnerState partners,
      MeterRegistry metrics) {
    this(PARTNER, api, config, audit, partners, metrics);
  }

  /**
   * @param name of breaker and metrics, once in a process
   */
  PowercodeGateway(
      String name,
      PowercodeApi api,
      UtopiaConfig config,
      AuditLog audit,
      PartnerState partners,
      MeterRegistry metrics) {
    this.api = api;
    this.audit = audit;
    this.partners = partners;
    this.mask = Mask.of(config.powercode().key());
    this.calls =
        new PartnerCalls(
                name,
                Map.of(401, KEY_REFUSED, 403, KEY_REFUSED),
                config.powercode().calls(),
                metrics)
            .telling(
                "readCustomer",
                "searchCustomers",
                "createCustomer",
                "addCustomerService",
                "createTicket",
                ADD_TAG);
  }

  /**
   * The customer whose external account is the site; refused when there is none.
   *
   * @throws IllegalArgumentException without a site: PowerCode might find anybody
   */
  public Uni<Outcome<Customer>> customerOfSite(String orderref, String siteid) {
    if (siteid == null || siteid.isBlank()) {
      throw new IllegalArgumentException("a site is needed");
    }
    return act(
        orderref,
        "readCustomer",
        Map.of("extAccountID", siteid),
        answer -> answer.classic(fields -> CustomerAnswer.one(fields, siteid)));
  }

  /** Customers in whose name or address the text is. */
  public Uni<Outcome<List<Listed>>> search(String orderref, String text) {
    return act(
        orderref,
        "searchCustomers",
        Map.of("searchString", text),
        answer -> foundNone(answer.classic(CustomerAnswer::list)));
  }

  /** Its id. Refused means that there is no new customer. */
  public Uni<Outcome<String>> createCustomer(String orderref, NewCustomer customer) {
    return create(orderref, customer, customer.parameters());
  }

  /** Whether a customer was refused because PowerCode cannot find the address on the map. */
  public static boolean isOffTheMap(Outcome<String> created) {
    return created instanceof Refused<String> refused && refused.code() == NOT_GEOCODED;
  }

  /** The same of an address that is not to be looked for on the map. */
  public Uni<Outcome<String>> createCustomerOffTheMap(String orderref, NewCustomer customer) {
    return create(orderref, customer, customer.parametersWithoutGeocoding());
  }

  public Uni<Outcome<Void>> addService(
      String orderref, String customerId, int serviceId, int quantity, boolean prorate) {
    return act(
        orderref,
        "addCustomerService",
        new NewService(customerId, serviceId, quantity, prorate).parameters(),
        answer -> answer.classic(fields -> new Done<>(null)));
  }

  /** Its id. */
  public Uni<Outcome<String>> createTicket(String orderref, NewTicket ticket) {
    return act(orderref, "createTicket", ticket.parameters(), answer -> answer.made("ticketID"));
  }

  /** A tag that the customer has already is no trouble. */
  public Uni<Outcome<Void>> addTag(String orderref, String customerId, String tag) {
    return call(
        orderref,
        ADD_TAG,
        () -> api.addTag(customerId, tag),
        answer -> new PowercodeAnswer(answer, mask).uapi());
  }

  private Uni<Outcome<String>> create(
      String orderref, NewCustomer customer, Map<String, String> parameters) {
    Mask personal =
        mask.and(Arrays.asList(customer.portalPassword(), customer.email(), customer.phone()));
    String action = "createCustomer";
    return call(
        orderref,
        action,
        () -> api.act(action, parameters),
        answer -> new PowercodeAnswer(answer, personal).made("customerID"));
  }

  private <T> Uni<Outcome<T>> act(
      String orderref,
      String action,
      Map<String, String> parameters,
      Function<PowercodeAnswer, Outcome<T>> reading) {
    return call(
        orderref,
        action,
        () -> api.act(action, parameters),
        answer -> reading.apply(new PowercodeAnswer(answer, mask)));
  }

  private <T> Uni<Outcome<T>> call(
      String orderref,
      String action,
      Supplier<Uni<Reply>> call,
      Function<PartnerCalls.Answer, Outcome<T>> reading) {
    return calls
        .once(action, call)
        .map(reading)
        .onFailure(PartnerUnavailable.class)
        .recoverWithItem(failure -> Outcomes.failed((PartnerUnavailable) failure, TLS_HINT))
        .invoke(it -> Outcomes.tell(partners, PARTNER, it))
        .invoke(it -> audit.partnerCall(orderref, PARTNER, action, Outcomes.word(it)));
  }

  private static Outcome<List<Listed>> foundNone(Outcome<List<Listed>> outcome) {
    return outcome instanceof Refused<List<Listed>> refused
            && NOTHING_FOUND.matcher(refused.message()).find()
        ? new Done<>(List.of())
        : outcome;
  }
}
