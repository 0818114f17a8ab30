package com.partnerbridges.dev.sandbox.iiko;

import static com.partnerbridges.dev.sandbox.iiko.IikoListTest.child;
import static com.partnerbridges.dev.sandbox.iiko.IikoListTest.children;
import static com.partnerbridges.dev.sandbox.iiko.IikoListTest.items;
import static com.partnerbridges.dev.sandbox.iiko.IikoListTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class IikoInvoiceTest extends IikoRig {
  private static final String ROOT = "incomingInvoiceDtoes";
  private static final String JSON = "/api/invoices?type=arrival&organizationId=x&from=";
  private String token;

  @BeforeEach
  void logIn() throws Exception {
    token = iiko.login();
  }

  @Test
  void invoicesOfTheLastMonthsHaveEveryTrap() throws Exception {
    List<Element> documents = items(iiko.xml(invoices(), token), ROOT);

    assertThat(documents).hasSize(control.invoices().size()).hasSizeGreaterThan(50);
    assertThat(documents)
        .extracting(one -> text(one, "status"))
        .contains("NEW", "PROCESSED", "DELETED");
    assertThat(documents.stream().map(one -> text(one, "documentNumber")).distinct())
        .hasSizeLessThan(documents.size());
  }

  @Test
  void elementsComeInAnyOrder() throws Exception {
    List<Element> documents = items(iiko.xml(invoices(), token), ROOT);

    assertThat(documents.stream().map(one -> children(one).get(0).getTagName()).distinct())
        .hasSizeGreaterThan(3);
  }

  @Test
  void linesNameProductAndStoreInTwoWays() throws Exception {
    List<Element> lines = lines();

    assertThat(lines)
        .anyMatch(one -> child(one, "product") != null && child(one, "store") != null)
        .anyMatch(one -> child(one, "productId") != null && child(one, "storeId") != null);
  }

  @Test
  void sumIsNotAmountTimesPrice() throws Exception {
    Element line = lines().get(0);

    assertThat(text(line, "amount")).isEqualTo("6.000000000");
    assertThat(new BigDecimal(text(line, "price")).multiply(new BigDecimal(text(line, "amount"))))
        .isNotEqualByComparingTo(text(line, "sum"));
    assertThat(text(line, "sum")).isEqualTo("228.150000000");
  }

  @Test
  void lineMayBeOfAnotherStoreThanItsDocument() throws Exception {
    assertThat(control.invoices().values())
        .anyMatch(
            one -> one.items().stream().anyMatch(line -> !line.store().equals(one.defaultStore())));
  }

  @Test
  void periodIncludesItsEnds() throws Exception {
    List<String> days =
        control.invoices().values().stream().map(IikoInvoice::incomingDate).distinct().toList();
    LocalDate from = LocalDate.parse(days.get(10));
    LocalDate to = LocalDate.parse(days.get(12));

    assertThat(items(iiko.xml(invoices(from, to) + "&revisionFrom=-1", token), ROOT))
        .extracting(one -> text(one, "incomingDate"))
        .containsExactly(days.get(10), days.get(11), days.get(12));
  }

  @Test
  void periodWithoutInvoicesIsAnEmptyRoot() throws Exception {
    assertThat(items(iiko.xml(invoices(TODAY.minusDays(900), TODAY.minusDays(800)), token), ROOT))
        .isEmpty();
  }

  @Test
  void supplierMayBeChosen() throws Exception {
    String supplier = control.suppliers().keySet().iterator().next();

    assertThat(items(iiko.xml(invoices() + "&supplierId=" + supplier, token), ROOT))
        .isNotEmpty()
        .allMatch(one -> text(one, "supplier").equals(supplier));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?from=2026-01-01", "?from=01.01.2026&to=02.01.2026"})
  void periodIsRequired(String query) throws Exception {
    String path = "/resto/api/documents/export/incomingInvoice" + query;

    assertThat(iiko.get(path, token).statusCode()).isEqualTo(400);
  }

  @Test
  void invoiceOfTodayIsAddedChangedAndRemoved() throws Exception {
    IikoInvoice invoice = control.newInvoice();
    IikoItem wrong = invoice.items().get(0).with("sum", "12,50 руб");
    control.putInvoice(invoice.id(), invoice.with("items", List.of(wrong)).withStatus("DELETED"));

    List<Element> today = items(iiko.xml(invoices(TODAY, TODAY), token), ROOT);

    assertThat(today).hasSize(1);
    assertThat(text(today.get(0), "status")).isEqualTo("DELETED");
    assertThat(text(children(child(today.get(0), "items")).get(0), "sum")).isEqualTo("12,50 руб");
    control.remove(IikoSandboxClient.INVOICES, invoice.id());
    assertThat(items(iiko.xml(invoices(TODAY, TODAY), token), ROOT)).isEmpty();
  }

  @Test
  void fieldMayBeAsLongAsItLikes() throws Exception {
    IikoInvoice invoice = control.newInvoice();
    control.putInvoice(invoice.id(), invoice.with("comment", "x".repeat(10_000_000)));

    assertThat(iiko.bytes(invoices(TODAY, TODAY), token)).hasSizeGreaterThan(10_000_000);
  }

  @Test
  void jsonIsAListOrInItems() throws Exception {
    HttpResponse<String> list = iiko.bearer(json(), token);
    control.jsonShape(JsonShape.ITEMS);

    HttpResponse<String> items = iiko.bearer(json(), token);

    assertThat(tree(list)).hasSize(control.invoices().size());
    assertThat(tree(items).get("items")).isEqualTo(tree(list));
  }

  @Test
  void jsonTellsDepartmentTotalAndEitherDate() throws Exception {
    List<JsonNode> all =
        Stream.of(tree(iiko.bearer(json(), token))).flatMap(IikoInvoiceTest::each).toList();

    assertThat(all)
        .anyMatch(one -> one.has("date"))
        .anyMatch(one -> one.has("dateTime"))
        .anyMatch(one -> one.has("departmentId"))
        .anyMatch(one -> !one.has("departmentId"))
        .allSatisfy(
            one ->
                assertThat(one.get("sum").decimalValue())
                    .isEqualByComparingTo(
                        each(one.get("items"))
                            .map(line -> line.get("sum").decimalValue())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  @Test
  void jsonIsForBearersOnly() throws Exception {
    assertThat(iiko.get(json(), token).statusCode()).isEqualTo(401);
    assertThat(iiko.bearer(json(), "none").statusCode()).isEqualTo(401);
    assertThat(iiko.bearer(json().replace("arrival", "other"), token).statusCode()).isEqualTo(400);
  }

  private List<Element> lines() throws Exception {
    return items(iiko.xml(invoices(), token), ROOT).stream()
        .flatMap(one -> children(child(one, "items")).stream())
        .toList();
  }

  private static String json() {
    return JSON + TODAY.minusDays(400) + "&to=" + TODAY;
  }

  private static JsonNode tree(HttpResponse<String> answer) {
    return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
