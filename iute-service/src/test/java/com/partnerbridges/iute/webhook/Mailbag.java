package com.partnerbridges.iute.webhook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random orders, and random letters about them. */
final class Mailbag {

  private static final List<String> STATUSES =
      List.of(
          "CREATED",
          "PENDING",
          "PENDING",
          "PENDING",
          "IN_PROGRESS",
          "IN_PROGRESS",
          "PAID",
          "CANCELLED",
          "REJECTED",
          "ON_HOLD");
  private static final byte[][] UNREADABLE = {
    {}, {0, -1, -2}, "null".getBytes(), "[]".getBytes(), "{\"orderId\":".getBytes(), "{}".getBytes()
  };

  private final Random random;
  private final Signer signer;
  private final List<Order> orders;
  private final Map<String, List<SignedLetter>> sent = new HashMap<>();

  Mailbag(Random random, Signer signer, int orders) {
    this.random = random;
    this.signer = signer;
    this.orders = IntStream.range(0, orders).mapToObj(this::order).toList();
  }

  List<Order> orders() {
    return orders;
  }

  /** About one order, mostly; each third one repeats an earlier one about it. */
  SignedLetter next() {
    Order order =
        random.nextInt(100) < 4
            ? new Order("unknown-" + random.nextInt(60), BigDecimal.TEN, "")
            : orders.get(random.nextInt(orders.size()));
    List<SignedLetter> before = sent.computeIfAbsent(order.id(), id -> new ArrayList<>());
    SignedLetter next =
        !before.isEmpty() && random.nextInt(3) == 0
            ? again(before.get(random.nextInt(before.size())))
            : envelope(random.nextInt(100) < 3 ? unreadable() : letter(order));
    before.add(next);
    return next;
  }

  Stream<SignedLetter> confirmedAndCancelled(Order order) {
    return Stream.of(
            Letter.confirmation(order.id(), order.amount(), "signed"),
            Letter.cancellation(order.id(), "changed my mind"))
        .map(signer::genuine);
  }

  private Order order(int number) {
    return new Order(
        "order-" + number,
        BigDecimal.valueOf(random.nextInt(1, 1_000_000), 2),
        STATUSES.get(number % STATUSES.size()));
  }

  private SignedLetter again(SignedLetter before) {
    boolean sameBytes = random.nextBoolean();
    return sameBytes ? before : envelope(before.letter());
  }

  private SignedLetter envelope(Letter letter) {
    return random.nextInt(8) == 0 ? signer.forged(letter) : signer.genuine(letter);
  }

  private Letter letter(Order order) {
    String description = "note " + random.nextInt(20);
    return switch (random.nextInt(10)) {
      case 0 -> Letter.confirmation(order.id(), null, description);
      case 1 -> Letter.confirmation(order.id(), order.amount().negate(), description);
      case 2 -> Letter.confirmation(order.id(), near(order.amount()), description);
      case 3 -> Letter.confirmation(order.id(), order.amount().setScale(5), description);
      case 4 -> Letter.confirmation(order.id(), order.amount().stripTrailingZeros(), description);
      case 5, 6 -> Letter.confirmation(order.id(), order.amount(), description);
      default -> Letter.cancellation(order.id(), description);
    };
  }

  private static BigDecimal near(BigDecimal amount) {
    return amount.add(new BigDecimal("0.01"));
  }

  private Letter unreadable() {
    return Letter.unreadable(random.nextBoolean(), UNREADABLE[random.nextInt(UNREADABLE.length)]);
  }
}
