package com.partnerbridges.utopia.letter;

import com.partnerbridges.shared.mail.Letter;
import com.partnerbridges.utopia.UtopiaConfig;
import com.partnerbridges.utopia.gateway.PowercodeAddresses;
import com.partnerbridges.utopia.order.OrderRepository;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes e-mails to the office, each one letter to all who are told. */
@ApplicationScoped
class LetterText {

  private final OrderRepository orders;
  private final PowercodeAddresses powercode;
  private final UtopiaConfig config;

  LetterText(OrderRepository orders, PowercodeAddresses powercode, UtopiaConfig config) {
    this.orders = orders;
    this.powercode = powercode;
    this.config = config;
  }

  Uni<Letter> write(QueuedLetter queued) {
    if (!queued.kind().isAboutAnOrder()) {
      return letter(
          queued.messageId(),
          "The ticket template cannot be used",
          () -> Templates.template(queued.reason()));
    }
    return orders
        .find(queued.subject())
        .map(
            found ->
                OrderLetter.of(queued, found.orElseThrow(), powercode::customerPage, board(queued)))
        .flatMap(order -> letter(queued, order));
  }

  /** Tells that e-mail arrives. */
  Uni<Letter> test() {
    return letter(
        "utopia-test-" + UUID.randomUUID(),
        "Test of the order e-mails",
        () -> Templates.test(config.recipients().size()));
  }

  private Uni<Letter> letter(QueuedLetter queued, OrderLetter order) {
    String ref = order.orderref();
    return switch (queued.kind()) {
      case DONE ->
          letter(
              queued.messageId(),
              "Order " + ref + " is set up in PowerCode",
              () -> Templates.done(order));
      case DEAD ->
          letter(
              queued.messageId(),
              "Order " + ref + " was given up: it needs you",
              () -> Templates.stopped(order, true));
      default ->
          letter(
              queued.messageId(),
              "Order " + ref + " has stopped: it needs you",
              () -> Templates.stopped(order, false));
    };
  }

  private Uni<Letter> letter(String id, String subject, Supplier<TemplateInstance> page) {
    return Letter.write(id, config.recipients(), subject, page);
  }

  private Optional<String> board(QueuedLetter queued) {
    return config.publicBaseUrl().map(it -> it + "/orders-board#" + queued.subject());
  }

  @CheckedTemplate(basePath = "letter")
  static class Templates {
    static native TemplateInstance done(OrderLetter order);

    static native TemplateInstance stopped(OrderLetter order, boolean dead);

    static native TemplateInstance template(String mistake);

    static native TemplateInstance test(int recipients);
  }
}
