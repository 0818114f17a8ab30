package com.partnerbridges.dev.sandbox.iiko;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the records of a bulk, each from its number alone. */
final class BulkRecords {
  private final IikoBulk bulk;
  private final List<String> suppliers;
  private final List<String> stores;
  private final long days;

  /**
   * @param bulk with dates
   * @param suppliers ids that the invoices name
   * @param stores ids that the invoices name
   */
  BulkRecords(IikoBulk bulk, List<String> suppliers, List<String> stores) {
    this.bulk = bulk;
    this.suppliers = suppliers.isEmpty() ? List.of("") : suppliers;
    this.stores = stores.isEmpty() ? List.of("") : stores;
    this.days = ChronoUnit.DAYS.between(bulk.from(), bulk.to()) + 1;
  }

  IikoBulk bulk() {
    return bulk;
  }

  Stream<IikoSupplier> suppliers() {
    return IntStream.range(0, bulk.suppliers()).mapToObj(this::supplier);
  }

  /** The invoices of a period; those of other days are not even made. */
  Stream<IikoInvoice> invoices(LocalDate from, LocalDate to) {
    return IntStream.range(0, bulk.documents())
        .filter(number -> !day(number).isBefore(from) && !day(number).isAfter(to))
        .mapToObj(this::invoice);
  }

  private LocalDate day(int number) {
    return bulk.from().plusDays(days * number / bulk.documents());
  }

  private IikoSupplier supplier(int number) {
    SplittableRandom random = random(-1L - number);
    return IikoSupplier.of(id(random), "S" + number, "Поставщик № " + number);
  }

  private IikoInvoice invoice(int number) {
    SplittableRandom random = random(number);
    boolean changed = number < bulk.changed();
    String store = pick(stores, random);
    String date = day(number).toString();
    String id = id(random);
    String supplier = pick(suppliers, random);
    List<IikoItem> items =
        IntStream.range(0, bulk.itemsPerDocument())
            .mapToObj(line -> item(line, store, changed && line == 0, random))
            .toList();
    return new IikoInvoice(
        id,
        "B-" + number,
        date + "T12:00:00",
        date,
        date + "T23:59:59",
        supplier,
        store,
        "",
        "ТТН-" + number,
        changed ? "Исправлено" : "",
        "PROCESSED",
        items);
  }

  private static IikoItem item(int line, String store, boolean changed, SplittableRandom random) {
    BigDecimal amount = BigDecimal.valueOf(random.nextLong(1, 100_000), 3);
    BigDecimal price = BigDecimal.valueOf(random.nextLong(100, 1_000_000), 2);
    BigDecimal sum = amount.multiply(price).add(BigDecimal.valueOf(changed ? 3 : 1, 9));
    return new IikoItem(
        String.valueOf(line + 1),
        id(random),
        "%05d".formatted(random.nextInt(100_000)),
        store,
        amount.toPlainString(),
        "кг",
        price.toPlainString(),
        price.toPlainString(),
        sum.toPlainString(),
        "0.000000000",
        "0.000000000",
        "0.000000000",
        "false");
  }

  private SplittableRandom random(long number) {
    return new SplittableRandom(bulk.seed() * 0x9E3779B97F4A7C15L + number);
  }

  private static String id(SplittableRandom random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private static String pick(List<String> some, SplittableRandom random) {
    return some.get(random.nextInt(some.size()));
  }
}
