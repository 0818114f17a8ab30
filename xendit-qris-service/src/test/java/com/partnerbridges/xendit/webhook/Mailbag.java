package com.partnerbridges.xendit.webhook;

import com.partnerbridges.xendit.webhook.Letter.Says;
import com.partnerbridges.xendit.webhook.Letter.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random transactions and refunds, and random letters about them. */
final class Mailbag {

  private static final List<String> STATUSES =
      List.of(
          "PENDING",
          "COMPLETED",
          "PENDING",
          "PENDING",
          "FAILED",
          "PENDING",
          "EXPIRED",
          "COMPLETED");
  private static final List<String> PAID = List.of("SUCCEEDED", "COMPLETED", "PAID", "succeeded");
  private static final List<String> NO_NEWS = List.of("PENDING", "ACTIVE", "", "gar-bage");
  private static final List<String> STRANGERS = List.of("wrong", "SANDBOX-CALLBACK-TOKEN", "a,b");
  private static final List<String> REFUND_WORDS = List.of("SUCCEEDED", "FAILED", "PENDING");
  private static final byte[][] UNREADABLE = {
    {}, {0, -1, -2}, "null".getBytes(), "[]".getBytes(), "{\"data\":".getBytes(), "{}".getBytes()
  };

  private final Random random;
  private final List<Sale> sales;
  private final Map<String, List<Refunding>> refunds = new HashMap<>();
  private final Map<String, List<Mail>> sent = new HashMap<>();

  Mailbag(Random random, int sales) {
    this.random = random;
    this.sales = IntStream.range(0, sales).mapToObj(this::sale).toList();
    for (Sale sale : this.sales) {
      if (sale.payment() != null && random.nextBoolean()) {
        refunds.put(sale.id(), refunds(sale, refunds.size() * 2L + 1));
      }
    }
  }

  List<Sale> sales() {
    return sales;
  }

  List<Refunding> refunds() {
    return refunds.values().stream().flatMap(List::stream).toList();
  }

  /** About one transaction, mostly; each third one repeats an earlier one about it. */
  Mail next() {
    Sale sale =
        random.nextInt(100) < 4
            ? new Sale("unknown-" + random.nextInt(50), 40_000, "", null)
            : any(sales);
    List<Mail> before = sent.computeIfAbsent(sale.id(), id -> new ArrayList<>());
    Mail next =
        !before.isEmpty() && random.nextInt(3) == 0
            ? again(any(before))
            : envelope(random.nextInt(100) < 3 ? unreadable() : letter(sale));
    before.add(next);
    return next;
  }

  private Sale sale(int number) {
    String status = STATUSES.get(number % STATUSES.size());
    boolean told = status.equals("COMPLETED") && number % 3 > 0;
    return new Sale(
        "TRX-1-20260131083000-%08X".formatted(number),
        random.nextLong(1, 100_000),
        status,
        told ? payment(number, 0) : null);
  }

  /** One that waits for Xendit, or one that failed and another one whose answer was lost. */
  private List<Refunding> refunds(Sale sale, long id) {
    return random.nextBoolean()
        ? List.of(new Refunding(id, sale, "PENDING", "qrrf_" + id))
        : List.of(
            new Refunding(id, sale, "FAILED", "qrrf_" + id),
            new Refunding(id + 1, sale, any(List.of("REQUESTED", "UNCLEAR")), null));
  }

  private Mail again(Mail before) {
    return random.nextBoolean() ? before : envelope(before.letter());
  }

  private Mail envelope(Letter letter) {
    String webhookId = random.nextInt(10) == 0 ? null : new UUID(bits(), bits()).toString();
    return new Mail(letter, webhookId, token());
  }

  private String token() {
    return switch (random.nextInt(24)) {
      case 0 -> null;
      case 1 -> any(STRANGERS);
      case 2, 3, 4 -> Mail.PREVIOUS_TOKEN;
      default -> Mail.TOKEN;
    };
  }

  private Letter letter(Sale sale) {
    List<Refunding> ofSale = refunds.getOrDefault(sale.id(), List.of());
    if (!ofSale.isEmpty() && random.nextBoolean()) {
      Refunding refund = any(ofSale);
      String id = "qrrf_" + (random.nextInt(5) == 0 ? "strange_" : "") + refund.id();
      return Letter.refund(refund, id, any(REFUND_WORDS));
    }
    int number = random.nextInt(4);
    String payment = number == 3 ? null : payment(sale.id().hashCode(), number);
    if (number == 0 && sale.payment() != null) {
      payment = sale.payment();
    }
    return switch (random.nextInt(3)) {
      case 0 -> Letter.v2(sale.id(), payment, told(sale));
      case 1 -> Letter.v1(sale.id(), payment, told(sale));
      default -> Letter.flat(sale.id(), payment, told(sale));
    };
  }

  private Told told(Sale sale) {
    Instant paidAt =
        random.nextBoolean()
            ? null
            : Instant.ofEpochSecond(random.nextLong(1_577_836_800L, 1_580_000_000L));
    return switch (random.nextInt(10)) {
      case 0 -> new Told(Says.NOTHING, any(NO_NEWS), amount(sale), paidAt);
      case 1 -> new Told(Says.DECLINED, "FAILED", amount(sale), paidAt);
      default -> new Told(Says.PAID, any(PAID), amount(sale), paidAt);
    };
  }

  /** Right, mostly, and written in many ways. */
  private String amount(Sale sale) {
    return switch (random.nextInt(10)) {
      case 0 -> String.valueOf(sale.amount() + 1);
      case 1 -> sale.amount() + ".01";
      case 2 -> "null";
      case 3 -> "\"" + sale.amount() + "\"";
      case 4 -> sale.amount() + ".00";
      case 5 -> sale.amount() + "e0";
      default -> String.valueOf(sale.amount());
    };
  }

  private Letter unreadable() {
    return Letter.unreadable(UNREADABLE[random.nextInt(UNREADABLE.length)]);
  }

  private static String payment(int sale, int number) {
    return "qrpy_%08x_%d".formatted(sale, number);
  }

  private long bits() {
    return random.nextLong();
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  Stream<Mail> mails(int number) {
    return Stream.generate(this::next).limit(number);
  }
}
