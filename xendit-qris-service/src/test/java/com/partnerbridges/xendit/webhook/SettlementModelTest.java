package com.partnerbridges.xendit.webhook;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.xendit.ServiceTest;
import com.partnerbridges.xendit.webhook.Letter.Says;
import com.partnerbridges.xendit.webhook.Letter.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands of random webhooks against a model; repeat a run with {@code -Dwebhook.seed=…}. */
@QuarkusTest
class SettlementModelTest extends ServiceTest {

  private static final int MAILS = 6_000;
  private static final int SALES = 1_200;

  private static final List<Logger> PER_DELIVERY =
      Stream.of("settlement", "refund")
          .map(room -> Logger.getLogger("com.partnerbridges.xendit." + room))
          .toList();

  private final long seed = Long.getLong("webhook.seed", 20_260_131L);
  private Postmen postmen;
  private Mailbag bag;
  private Ledger ledger;

  @BeforeEach
  void fillTheBag() {
    System.out.println("webhook.seed=" + seed);
    PER_DELIVERY.forEach(logger -> logger.setLevel(Level.SEVERE));
    postmen =
        new Postmen(URI.create("http://127.0.0.1:" + RestAssured.port + API + "/webhooks/xendit"));
    bag = new Mailbag(new Random(seed), SALES);
    ledger = new Ledger(pool);
    ledger.insert(bag.sales());
    ledger.insertRefunds(bag.refunds());
  }

  @AfterEach
  void logAgain() {
    PER_DELIVERY.forEach(logger -> logger.setLevel(null));
  }

  @Test
  void thousandsOfWebhooksEndWhereTheModelEnds() {
    List<Mail> mails = bag.mails(MAILS).toList();

    postmen.deliverInTurn(mails).join();

    SettlementModel model = modelOf(mails);
    ledger.assertLike(model);
    assertThat(model.outcomes.values())
        .as("the run meets every outcome")
        .contains("SETTLED", "LATE", "OTHER_AMOUNT", "SECOND", "DECLINED", "CONTRADICTION")
        .contains("IGNORED", "NOTHING_NEW", "UNKNOWN_REFERENCE", "UNREADABLE")
        .contains("REFUND_SUCCEEDED", "REFUND_FAILED", "REFUND_CONTRADICTION", "UNKNOWN_REFUND");
  }

  @Test
  void copiesThatComeAtOnceHaveOneEffect() {
    Collection<Mail> ofOneThingEach =
        bag.mails(200)
            .collect(toMap(mail -> mail.letter().about(), mail -> mail, (first, second) -> first))
            .values();
    List<Mail> mails =
        ofOneThingEach.stream().flatMap(mail -> Collections.nCopies(16, mail).stream()).toList();

    postmen.deliverAtOnce(mails).join();

    ledger.assertLike(modelOf(mails));
  }

  @Test
  void ofSuccessAndFailureAtOnceOneMovesItAndTheMoneyIsNeverLost() {
    List<Sale> pending = bag.sales().stream().filter(it -> it.status().equals("PENDING")).toList();
    List<Mail> mails = pending.stream().flatMap(SettlementModelTest::paidAndDeclined).toList();

    postmen.deliverAtOnce(mails).join();

    Map<String, Long> ends =
        ledger
            .texts(
                "external_id, string_agg(outcome, ' ' order by outcome) from webhook_deliveries"
                    + " group by external_id")
            .values()
            .stream()
            .collect(groupingBy(outcomes -> outcomes, counting()));
    assertThat(ends.keySet()).isSubsetOf("CONTRADICTION SETTLED", "DECLINED LATE");
    assertThat(ends.values().stream().mapToLong(it -> it).sum()).isEqualTo(pending.size());
    assertThat(count("select count(*) from attention")).isEqualTo(pending.size());
    assertThat(count("select count(*) from transactions where tr_status = 'PENDING'")).isZero();
  }

  private static Stream<Mail> paidAndDeclined(Sale sale) {
    String payment = "qrpy_" + sale.id();
    String amount = String.valueOf(sale.amount());
    return Stream.of(
            Letter.v2(sale.id(), payment, new Told(Says.PAID, "SUCCEEDED", amount, null)),
            Letter.v2(sale.id(), payment + "_", new Told(Says.DECLINED, "FAILED", amount, null)))
        .map(letter -> new Mail(letter, null, Mail.TOKEN));
  }

  private SettlementModel modelOf(List<Mail> mails) {
    SettlementModel model = new SettlementModel(bag.sales(), bag.refunds());
    mails.forEach(model::receive);
    return model;
  }
}
