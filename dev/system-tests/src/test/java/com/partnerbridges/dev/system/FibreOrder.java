package com.partnerbridges.dev.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.PowercodeAccount;
import com.partnerbridges.dev.sandbox.powercode.PowercodeService;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.stack.LocalKey;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** An order of a household of its own: 1 Gbps, and what every order gets. */
record FibreOrder(String orderref, String siteid) {

  static final List<String> SERVICES = List.of("164", "172");
  static final List<String> TAGS = List.of("UTOPIA", "Fiber");

  /** UTOPIA knows of it, and has told nobody. */
  static FibreOrder placed() {
    UtopiaOrder order = UtopiaOrder.usual("UIA-" + UUID.randomUUID());
    UtopiaSuite.utopia().order(order);
    return new FibreOrder(order.orderref(), order.contract().at("/address/siteid").asText());
  }

  static List<FibreOrder> placed(int count) {
    return Stream.generate(FibreOrder::placed).limit(count).toList();
  }

  HttpRequest callbackTo(ServiceProcess instance) {
    return request(
        instance,
        "/api-callback",
        Map.of("event", "order", "orderref", orderref, "msg", UtopiaSandboxClient.NEW_ORDER));
  }

  /** UTOPIA tells of it, and work begins at once, whatever else is under way. */
  void begin(ServiceProcess instance) {
    int status = Http.send(callbackTo(instance)).join().status();
    if (status != 200) {
      throw new AssertionError("callback of " + orderref + " answered with " + status);
    }
    Http.send(request(instance, "/internal/jobs/due-work", Map.of()));
  }

  /** A person says that a step is done. */
  Http.Answer doneByHand(ServiceProcess instance, String step, String result) {
    return Http.send(
            request(
                instance, "/orders/" + orderref + "/step", Map.of("step", step, "result", result)))
        .join();
  }

  /** Empty when there is no such order. */
  String state() {
    return first("select state from utopia.orders where orderref = '%s'");
  }

  void awaitState(String state) {
    Suite.await(orderref + " is " + state, () -> state().equals(state));
  }

  /** The step that is next, after it was tried in vain. */
  String heldAt() {
    return first(
        "select name from utopia.step join utopia.orders o using (orderref)"
            + " where orderref = '%s' and o.attempts > 0 and step.state <> 'DONE'"
            + " order by position limit 1");
  }

  /** The step that was begun and has no end. */
  String begunStep() {
    return first("select name from utopia.step where orderref = '%s' and state = 'STARTED'");
  }

  /** The step of which nobody knows whether it was done. */
  String unclearStep() {
    return first("select name from utopia.step where orderref = '%s' and state = 'UNCLEAR'");
  }

  List<String> letterStates() {
    return UtopiaSuite.query(
        "select state from utopia.letter where subject = '%s'".formatted(orderref));
  }

  boolean isClaimed() {
    return first("select claims from utopia.orders where orderref = '%s'").matches("[1-9]\\d*");
  }

  /** All that PowerCode has at its site. */
  List<PowercodeAccount> accounts() {
    return UtopiaSuite.powercode().accountsOf(siteid);
  }

  List<String> services() {
    return accounts().stream()
        .flatMap(account -> account.services().stream())
        .map(PowercodeService::serviceId)
        .toList();
  }

  List<String> tickets() {
    return accounts().stream()
        .flatMap(account -> account.tickets().stream())
        .map(ticket -> ticket.ticketId())
        .toList();
  }

  List<String> tags() {
    return accounts().stream().flatMap(account -> account.tags().stream()).toList();
  }

  /** The identities of letters about it; one that was sent again has the same. */
  List<String> letters() {
    return UtopiaSuite.MAIL.letters.stream()
        .filter(letter -> letter.replace("=\n", "").contains(orderref))
        .map(FibreOrder::messageId)
        .toList();
  }

  static String messageId(String letter) {
    return letter
        .lines()
        .filter(line -> line.startsWith("Message-ID"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("a letter without an identity"));
  }

  int triesOfTheLetter() {
    return Integer.parseInt("0" + first("select attempts from utopia.letter where subject = '%s'"));
  }

  static boolean haveEnded(Collection<FibreOrder> orders) {
    return count(orders, "IN_PROGRESS", "RECEIVED") == 0;
  }

  /** How many of them are in one of these states. */
  static int count(Collection<FibreOrder> orders, String... states) {
    return Integer.parseInt(
        UtopiaSuite.query(
                "select count(*) from utopia.orders where state in ('%s') and orderref in ('%s')"
                    .formatted(
                        String.join("','", states),
                        orders.stream().map(FibreOrder::orderref).collect(joining("','"))))
            .get(0));
  }

  /** What is missing, a person was told of. */
  void assertNothingTwice() {
    assertThat(accounts()).hasSizeLessThanOrEqualTo(1);
    assertThat(services()).doesNotHaveDuplicates();
    assertThat(tickets()).hasSizeLessThanOrEqualTo(1);
    if (state().equals("DONE")) {
      assertThat(services()).containsExactlyElementsOf(SERVICES);
      assertThat(tickets()).hasSize(1);
      assertThat(tags()).containsExactlyElementsOf(TAGS);
    } else {
      assertThat(unclearStep()).matches("service:\\d+|ticket");
    }
  }

  /** One customer with everything once, and one letter. */
  boolean isProvisionedOnce() {
    return accounts().size() == 1
        && services().equals(SERVICES)
        && tickets().size() == 1
        && tags().equals(TAGS)
        && letters().stream().distinct().count() == 1;
  }

  private String first(String sql) {
    return UtopiaSuite.query(sql.formatted(orderref)).stream().findFirst().orElse("");
  }

  private static HttpRequest request(ServiceProcess instance, String path, Object body) {
    return HttpRequest.newBuilder(instance.url().resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("X-API-Key", LocalKey.OPERATOR.key())
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)))
        .build();
  }
}
