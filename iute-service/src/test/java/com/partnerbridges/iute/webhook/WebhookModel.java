package com.partnerbridges.iute.webhook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must come of webhooks, in plain maps: the rules a second time, without the state table. */
final class WebhookModel {

  private static final Set<String> OPEN = Set.of("CREATED", "PENDING", "IN_PROGRESS");

  private final Map<String, Order> orders = new HashMap<>();

  /** By order: {@code status>status} for each move. */
  final Map<String, List<String>> history = new HashMap<>();

  final Map<String, String> statuses = new HashMap<>();

  /** By kind and body: the outcome. */
  final Map<String, String> outcomes = new HashMap<>();

  final Map<String, Integer> copies = new HashMap<>();

  /** By kind and order: how often it was seen. */
  final Map<String, Integer> attention = new HashMap<>();

  int refused;

  WebhookModel(List<Order> before) {
    for (Order order : before) {
      orders.put(order.id(), order);
      statuses.put(order.id(), order.status());
      history.put(order.id(), new ArrayList<>(List.of("null>" + order.status())));
    }
  }

  void receive(SignedLetter signed) {
    if (!signed.genuine()) {
      refused++;
    } else if (copies.merge(signed.letter().identity(), 1, Integer::sum) == 1) {
      outcomes.put(signed.letter().identity(), apply(signed.letter()));
    }
  }

  private String apply(Letter letter) {
    Order order = orders.get(letter.orderId());
    if (order == null) {
      String outcome = letter.orderId() == null ? "UNREADABLE" : "UNKNOWN_ORDER";
      return lookAt(letter, outcome, outcome);
    }
    boolean agrees =
        letter.loanAmount() != null && letter.loanAmount().compareTo(order.amount()) == 0;
    String status = statuses.get(order.id());
    if (OPEN.contains(status)) {
      return settle(letter, status, agrees);
    }
    String event = letter.confirms() ? agrees ? "CONFIRMED" : "OTHER_AMOUNT" : "CANCELLED";
    boolean sameAgain =
        switch (status) {
          case "PAID" -> letter.confirms() && agrees;
          case "ON_HOLD" -> letter.confirms() && !agrees;
          default -> !letter.confirms(); // CANCELLED, or REJECTED, which nobody can cancel
        };
    return sameAgain ? "NOTHING_NEW" : lookAt(letter, event + "_WHEN_" + status, "CONTRADICTION");
  }

  private String settle(Letter letter, String status, boolean agrees) {
    boolean held = letter.confirms() && !agrees;
    String target = held ? "ON_HOLD" : letter.confirms() ? "PAID" : "CANCELLED";
    statuses.put(letter.orderId(), target);
    history.get(letter.orderId()).add(status + ">" + target);
    if (!held) {
      return "APPLIED";
    }
    return lookAt(
        letter, letter.loanAmount() == null ? "AMOUNT_MISSING" : "AMOUNT_DIFFERS", "HELD");
  }

  private String lookAt(Letter letter, String kind, String outcome) {
    attention.merge(kind + " " + letter.orderId(), 1, Integer::sum);
    return outcome;
  }
}
