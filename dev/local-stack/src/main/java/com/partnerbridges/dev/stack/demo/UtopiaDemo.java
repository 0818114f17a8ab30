package com.partnerbridges.dev.stack.demo;

import com.partnerbridges.dev.sandbox.mail.MailSinkClient;
import com.partnerbridges.dev.sandbox.mail.SunkMail;
import com.partnerbridges.dev.sandbox.powercode.PowercodeAccount;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.powercode.PowercodeService;
import com.partnerbridges.dev.sandbox.utopia.Ordered;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.stack.LocalStack;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An order that goes through by itself, and one that a person must decide about. */
final class UtopiaDemo {
  private static final Duration MAIL_PATIENCE = Duration.ofSeconds(20);
  private static final Pattern LINK = Pattern.compile("https://\\S+customerid=\\d+");

  private final Office office;
  private final UtopiaSandboxClient utopia;
  private final PowercodeSandboxClient powercode;
  private final MailSinkClient mails;

  UtopiaDemo(LocalStack stack) {
    office = new Office(stack.services("utopia-powercode-service").get(0).url());
    utopia = new UtopiaSandboxClient(stack.sandbox().url());
    powercode = new PowercodeSandboxClient(stack.sandbox().url());
    mails = new MailSinkClient(stack.sandbox().url());
  }

  void play() {
    done();
    unknownPlan();
  }

  private void done() {
    Story.begin("utopia-powercode-service: a household orders fibre");
    Ordered ordered = utopia.orderNow();
    String orderref = ordered.order().orderref();
    Story.told("household", "orders; UTOPIA's callback about " + orderref, ordered.deliveries());
    Office.Order order = office.await(orderref, Office.Order::isDoneToTheLastStep);
    for (Office.Step step : order.steps()) {
      Story.state("step", step.name() + " " + step.result(), step.state());
    }
    PowercodeAccount account =
        powercode.accountsOf(ordered.order().contract().at("/address/siteid").asText()).get(0);
    Story.step("PowerCode", "has " + words(account));
    SunkMail mail = mailAbout(orderref);
    Story.step("office", "has mail: " + mail.subject());
    Story.step("", "with the link " + link(mail));
  }

  private void unknownPlan() {
    String orderref = "DEMO-" + UUID.randomUUID().toString().substring(0, 8);
    Story.begin("utopia-powercode-service: an order of a plan that nobody has named yet");
    utopia.order(UtopiaOrder.usual(orderref).items("10 Gbps Symmetrical"));
    Story.told("household", "orders; UTOPIA's callback", utopia.callback(orderref));
    Office.Order order = office.await(orderref, any -> any.state().equals("NEEDS_ATTENTION"));
    Story.state("order", orderref, order.state());
    SunkMail mail = mailAbout(orderref);
    Story.step("office", "has mail: " + mail.subject());
    Story.step("", "which says: " + lineWith("10 Gbps Symmetrical", mail));
    Story.state(
        "office",
        "does it by hand, and says so",
        office.resolve(orderref, "Set up by hand; the plan is new"));
  }

  private SunkMail mailAbout(String orderref) {
    return mails.awaitMail(
        mail -> (mail.subject() + mail.text()).contains(orderref), MAIL_PATIENCE);
  }

  private static String words(PowercodeAccount account) {
    return "customer %s (%s %s) with services %s, ticket %s and tags %s"
        .formatted(
            account.customer().customerId(),
            account.customer().field("firstName"),
            account.customer().field("lastName"),
            account.services().stream()
                .map(PowercodeService::serviceId)
                .collect(Collectors.joining(", ")),
            account.tickets().get(0).ticketId(),
            String.join(", ", account.tags()));
  }

  private static String link(SunkMail mail) {
    return LINK.matcher(mail.text())
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The mail has no link to PowerCode"));
  }

  private static String lineWith(String words, SunkMail mail) {
    return mail.text()
        .lines()
        .filter(line -> line.contains(words))
        .map(String::strip)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The mail does not say what is wrong"));
  }
}
