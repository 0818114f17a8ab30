package com.partnerbridges.dev.sandbox.iiko;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A small chain of restaurants; every tenant's has ids of its own. */
final class Chain {
  private static final int INVOICES = 60;
  private static final int DAYS_BETWEEN = 2;
  private static final List<String> PRODUCTS =
      List.of("Молоко", "Мука", "Помидоры", "Сыр", "Кофе", "Лосось", "Масло");

  private final String tenant;
  private final List<String> stores = new ArrayList<>();
  private final List<String> suppliers = new ArrayList<>();
  private int lastInvoice;

  Chain(String tenant) {
    this.tenant = tenant;
  }

  void fill(IikoBooks books, LocalDate today) {
    corporation(books);
    suppliers(books);
    for (int ago = INVOICES * DAYS_BETWEEN; ago > 0; ago -= DAYS_BETWEEN) {
      IikoInvoice invoice = nextInvoice(today.minusDays(ago));
      books.invoices().put(invoice.id(), invoice);
    }
  }

  /** Drafts, deleted documents, equal numbers and sums that nobody can compute are among them. */
  IikoInvoice nextInvoice(LocalDate day) {
    int number = ++lastInvoice;
    Random random = new Random(number);
    String store = stores.get(number % stores.size());
    String status = number % 11 == 0 ? "DELETED" : number % 7 == 0 ? "NEW" : "PROCESSED";
    List<IikoItem> items = new ArrayList<>();
    for (int line = 1; line <= 1 + number % 5; line++) {
      items.add(item(line, number % 3 == 0 && line == 2 ? stores.get(0) : store, random));
    }
    return new IikoInvoice(
        id("invoice " + number),
        // two by two
        "ПН-" + number / 2,
        day + "T12:30:00",
        day.toString(),
        day.plusDays(14) + "T00:00:00",
        suppliers.get(number % suppliers.size()),
        store,
        "",
        "ТТН " + number + "/А",
        number % 4 == 0 ? "Приёмка \"утро\" & <проверка>" : "",
        status,
        items);
  }

  private IikoItem item(int line, String store, Random random) {
    if (line == 1) {
      return item(line, store, "6.000000000", "38.03", "228.150000000", random);
    }
    BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(20_000), 3);
    BigDecimal price = BigDecimal.valueOf(100 + random.nextInt(100_000), 2);
    BigDecimal sum = amount.multiply(price).setScale(2, RoundingMode.HALF_EVEN);
    return item(
        line, store, amount.toPlainString(), price.toPlainString(), sum.toPlainString(), random);
  }

  private IikoItem item(
      int line, String store, String amount, String price, String sum, Random random) {
    int product = random.nextInt(PRODUCTS.size());
    return new IikoItem(
        String.valueOf(line),
        id("product " + product),
        "%05d".formatted(product),
        store,
        amount,
        "кг",
        price,
        price,
        sum,
        "10.000000000",
        new BigDecimal(sum)
            .divide(BigDecimal.valueOf(11), 9, RoundingMode.HALF_EVEN)
            .toPlainString(),
        "0",
        "false");
  }

  static String productName(String article) {
    return article != null && article.matches("\\d{5}")
        ? PRODUCTS.get(Integer.parseInt(article) % PRODUCTS.size())
        : null;
  }

  private void corporation(IikoBooks books) {
    Map<String, CorporateItem> all = books.departments();
    String top = add(all, null, "CORPORATION", "Сеть " + tenant, "");
    String company = add(all, top, "JURPERSON", "ООО Вкусная еда", "1");
    String region = add(all, company, "ORGDEVELOPMENT", "Москва", "");
    add(all, top, "CENTRALOFFICE", "Офис", "2");
    String centre = add(all, region, CorporateItem.DEPARTMENT, "Ресторан Центральный", "10");
    // codes may repeat
    String garden = add(all, region, CorporateItem.DEPARTMENT, "Ресторан Сад", "10");
    String river = add(all, company, CorporateItem.DEPARTMENT, "Café Rivière", "");
    String bar = add(all, centre, "SALEPOINT", "Летний бар", "11");
    String factory = add(all, top, "MANUFACTURE", "Фабрика-кухня", "20");
    String warehouse = add(all, top, "CENTRALSTORE", "Центральный склад", "30");
    store(books, centre, "Кухня Центрального");
    store(books, bar, "Склад летнего бара");
    store(books, garden, "Кухня Сада");
    store(books, river, "Cuisine Rivière");
    store(books, factory, "Склад фабрики");
    store(books, warehouse, "Основной склад");
  }

  private String add(
      Map<String, CorporateItem> all, String parent, String type, String name, String code) {
    String id = id(type + name);
    String taxpayer = "JURPERSON".equals(type) ? "7700000001" : null;
    all.put(id, new CorporateItem(id, parent, code, name, type, taxpayer));
    return id;
  }

  private void store(IikoBooks books, String parent, String name) {
    stores.add(add(books.stores(), parent, "STORE", name, ""));
  }

  private void suppliers(IikoBooks books) {
    supplier(books, "1", "ООО Молочный двор");
    supplier(books, "2", "АО Мука и хлеб");
    supplier(books, "3", "Fish & Co");
    supplier(books, "4", "ООО Овощи");
    supplier(books, "", "Рынок");
    books.suppliers().computeIfPresent(id("ООО Овощи"), (id, one) -> one.with("deleted", "true"));
    books
        .suppliers()
        .computeIfPresent(
            id("Рынок"), (id, one) -> one.with("phone", null).with("employee", "true"));
    books
        .suppliers()
        .computeIfPresent(id("Fish & Co"), (id, one) -> one.with("representsStore", "true"));
  }

  private void supplier(IikoBooks books, String code, String name) {
    String id = id(name);
    suppliers.add(id);
    books.suppliers().put(id, IikoSupplier.of(id, code, name));
  }

  private String id(String what) {
    return UUID.nameUUIDFromBytes((tenant + "/" + what).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
