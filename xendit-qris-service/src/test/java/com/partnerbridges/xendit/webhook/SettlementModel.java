package com.partnerbridges.xendit.webhook;

import com.partnerbridges.xendit.webhook.Letter.Says;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must come of webhooks, in plain maps: the rules a second time, without the state table. */
final class SettlementModel {

  private static final String NOTHING_NEW = "NOTHING_NEW";
  private static final Set<String> ENDED = Set.of("SUCCEEDED", "FAILED");
  private static final Map<String, String> KINDS =
      Map.of(
          "LATE", "LATE_PAYMENT",
          "OTHER_AMOUNT", "WRONG_AMOUNT",
          "SECOND", "PAID_TWICE",
          "CONTRADICTION", "DECLINED_AFTER_PAID");

  private final Map<String, Sale> sales = new HashMap<>();
  private final Map<String, List<Returning>> refundsOf = new HashMap<>();

  /** By transaction. */
  final Map<String, String> statuses = new HashMap<>();

  /** By transaction: the payment that completed it, where its id was told. */
  final Map<String, String> completedBy = new HashMap<>();

  /** By transaction: when it was paid, where that was told in a webhook. */
  final Map<String, Instant> paidAt = new HashMap<>();

  /** By payment: the transaction. */
  final Map<String, String> payments = new HashMap<>();

  /** By key: the outcome. */
  final Map<String, String> outcomes = new HashMap<>();

  final Map<String, Integer> copies = new HashMap<>();

  /** By kind and subject: how often it was seen. */
  final Map<String, Integer> attention = new HashMap<>();

  SettlementModel(List<Sale> before, List<Refunding> refunds) {
    for (Sale sale : before) {
      sales.put(sale.id(), sale);
      statuses.put(sale.id(), sale.status());
      if (sale.payment() != null) {
        completedBy.put(sale.id(), sale.payment());
        payments.put(sale.payment(), sale.id());
      }
    }
    for (Refunding refund : refunds) {
      refundsOf
          .computeIfAbsent(refund.sale().id(), id -> new ArrayList<>())
          .add(new Returning(refund));
    }
  }

  /** What has become of a refund. */
  private static final class Returning {
    final long id;
    String status;
    String xenditId;

    Returning(Refunding before) {
      id = before.id();
      status = before.status();
      xenditId = before.xenditId();
    }
  }

  void receive(Mail mail) {
    if (mail.genuine()) {
      String outcome = apply(mail.letter(), mail.key());
      outcomes.putIfAbsent(mail.key(), outcome);
      copies.merge(mail.key(), 1, Integer::sum);
    }
  }

  /** By id: the status, and Xendit's id. */
  Map<String, String> refunds() {
    Map<String, String> all = new HashMap<>();
    refundsOf.values().stream()
        .flatMap(List::stream)
        .forEach(
            it -> all.put("" + it.id, it.status + " " + (it.xenditId == null ? "-" : it.xenditId)));
    return all;
  }

  private String apply(Letter letter, String key) {
    Sale sale = sales.get(letter.reference());
    String subject = letter.payment() == null ? letter.reference() : letter.payment();
    if (letter.says() == Says.UNREADABLE) {
      return lookAt("UNREADABLE_WEBHOOK", key, "UNREADABLE");
    }
    if (letter.refund() != null) {
      return returned(letter);
    }
    if (sale == null) {
      return lookAt("UNKNOWN_REFERENCE", subject, "UNKNOWN_REFERENCE");
    }
    String outcome =
        switch (letter.says()) {
          case PAID -> paid(letter, sale);
          case DECLINED -> declined(sale);
          default -> "IGNORED";
        };
    return KINDS.containsKey(outcome) ? lookAt(KINDS.get(outcome), subject, outcome) : outcome;
  }

  /** A payment has its effect once, whatever is told of it later. */
  private String paid(Letter letter, Sale sale) {
    String payment = letter.payment();
    boolean news = payment == null || payments.putIfAbsent(payment, sale.id()) == null;
    if (letter.amount() != null
        && letter.amount().compareTo(BigDecimal.valueOf(sale.amount())) != 0) {
      return "OTHER_AMOUNT";
    }
    if (!news) {
      return NOTHING_NEW;
    }
    switch (statuses.get(sale.id())) {
      case "PENDING":
        statuses.put(sale.id(), "COMPLETED");
        putTold(completedBy, sale.id(), payment);
        putTold(paidAt, sale.id(), letter.paidAt());
        return "SETTLED";
      case "COMPLETED":
        putTold(completedBy, sale.id(), payment);
        boolean another = payment != null && !payment.equals(completedBy.get(sale.id()));
        return another ? "SECOND" : NOTHING_NEW;
      default:
        return "LATE";
    }
  }

  private static <T> void putTold(Map<String, T> facts, String id, T fact) {
    if (fact != null) {
      facts.putIfAbsent(id, fact);
    }
  }

  private String declined(Sale sale) {
    String status = statuses.get(sale.id());
    if (status.equals("PENDING")) {
      statuses.put(sale.id(), "FAILED");
      return "DECLINED";
    }
    return status.equals("COMPLETED") ? "CONTRADICTION" : NOTHING_NEW;
  }

  /** Xendit's id tells which one is meant; only one that has none yet is known by its payment. */
  private String returned(Letter letter) {
    List<Returning> candidates = refundsOf.get(letter.reference());
    Returning refund =
        candidates.stream()
            .filter(it -> letter.refund().equals(it.xenditId))
            .findFirst()
            .or(() -> candidates.stream().filter(it -> it.xenditId == null).findFirst())
            .orElse(null);
    if (refund == null) {
      return lookAt("UNKNOWN_REFUND", letter.refund(), "UNKNOWN_REFUND");
    }
    refund.xenditId = letter.refund();
    String word = letter.says().name().substring("REFUND_".length());
    if (!ENDED.contains(word) || word.equals(refund.status)) {
      return NOTHING_NEW;
    }
    String subject = "refund-" + refund.id;
    if (ENDED.contains(refund.status)) {
      return lookAt("REFUND_CONTRADICTION", subject, "REFUND_CONTRADICTION");
    }
    refund.status = word;
    String outcome = "REFUND_" + word;
    return word.equals("FAILED") ? lookAt(outcome, subject, outcome) : outcome;
  }

  private String lookAt(String kind, String subject, String outcome) {
    attention.merge(kind + " " + subject, 1, Integer::sum);
    return outcome;
  }
}
