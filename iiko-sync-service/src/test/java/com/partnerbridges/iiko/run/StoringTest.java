package com.partnerbridges.iiko.run;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.partnerbridges.dev.sandbox.iiko.CorporateItem;
import com.partnerbridges.dev.sandbox.iiko.IikoInvoice;
import com.partnerbridges.dev.sandbox.iiko.IikoSupplier;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What iiko has is what we have, and what has not changed is not written. */
@QuarkusTest
class StoringTest extends SyncTest {

  @Test
  void allFourEntitiesAreCopied() {
    synced("all")
        .body("state", equalTo("SUCCEEDED"))
        .body("progress", equalTo(1.0f))
        .body("error", equalTo(null))
        .body("parts", hasSize(4))
        .body(
            "parts.entity_type", equalTo(List.of("restaurants", "stores", "suppliers", "invoices")))
        .body("parts.state.unique()", equalTo(List.of("SUCCEEDED")))
        .body("counts.failed", equalTo(0))
        .body("counts.created", equalTo(iiko.departments().size() + 6 + 6 + 5 + 60));

    assertThat(texts("select iiko_id from supplier order by 1"))
        .containsExactlyInAnyOrderElementsOf(iiko.suppliers().keySet());
    assertThat(texts("select iiko_id from invoice"))
        .containsExactlyInAnyOrderElementsOf(iiko.invoices().keySet());
    assertThat(iiko.use().slotsHeld()).isZero();
    assertThat(iiko.use().logins()).isEqualTo(1);
    assertThat(iiko.use().concurrent()).isZero();
  }

  @Test
  void anUnchangedSecondRunWritesNoRow() {
    synced("all");
    List<String> before = versions();

    synced("all")
        .body("state", equalTo("SUCCEEDED"))
        .body("counts.created", equalTo(0))
        .body("counts.updated", equalTo(0))
        .body("counts.gone", equalTo(0));

    assertThat(versions()).isEqualTo(before);
  }

  @Test
  void onlyWhatDiffersIsWritten() {
    synced("suppliers");
    String one = iiko.suppliers().keySet().iterator().next();
    iiko.putSupplier(one, iiko.suppliers().get(one).with("name", "Новое имя"));
    iiko.putSupplier("new", IikoSupplier.of("new", "9", "Added"));

    synced("suppliers");

    assertThat(counts("suppliers")).isEqualTo("1 1 4 0 0");
    assertThat(text("select name from supplier where iiko_id = '" + one + "'"))
        .isEqualTo("Новое имя");
  }

  @Test
  void ourOwnNameStaysWhenIikoChangesItsOwn() {
    synced("suppliers");
    String one = iiko.suppliers().keySet().iterator().next();
    sql("update supplier set display_name = 'Ours' where iiko_id = '" + one + "'");
    iiko.putSupplier(one, iiko.suppliers().get(one).with("name", "Theirs"));

    synced("suppliers");

    assertThat(
            text("select name || ' ' || display_name from supplier where iiko_id = '" + one + "'"))
        .isEqualTo("Theirs Ours");
  }

  @Test
  void decimalsAreKeptAsTheyAreWrittenAndNeverRecomputed() {
    synced("invoices");

    assertThat(
            texts(
                """
                select distinct concat_ws(' ', amount, price, sum) from invoice_item
                where position = 0"""))
        .containsExactly("6.000000000 38.03 228.150000000");
    assertThat(
            text(
                """
                select count(*) from invoice i where total is distinct from (
                  select sum(sum) from invoice_item t where t.invoice_id = i.iiko_id)"""))
        .isEqualTo("0");
  }

  @Test
  void aNumberThatIsOnlyWrittenInAnotherWayIsNoChange() {
    String id = iiko.newInvoice().id();
    synced("invoices");
    IikoInvoice invoice = iiko.invoices().get(id);
    iiko.putInvoice(
        id,
        invoice.with(
            "items",
            invoice.items().stream().map(it -> it.with("price", it.price() + "0")).toList()));

    synced("invoices");

    assertThat(counts("invoices")).startsWith("0 0 ");
  }

  @Test
  void anInvoiceThatChangesHasTheItemsThatItHasNow() {
    IikoInvoice invoice = iiko.newInvoice();
    IikoInvoice more =
        invoice.with("items", List.of(item(invoice, "1"), item(invoice, "2"), item(invoice, "3")));
    iiko.putInvoice(invoice.id(), more);
    synced("invoices");
    iiko.putInvoice(
        invoice.id(), invoice.with("items", List.of(item(invoice, "7"), item(invoice, "8"))));

    synced("invoices");

    assertThat(counts("invoices")).startsWith("0 1 ");
    assertThat(
            texts(
                "select sum::text from invoice_item where invoice_id = '%s' order by position"
                    .formatted(invoice.id())))
        .containsExactly("7", "8");
    assertThat(text("select total from invoice where iiko_id = '" + invoice.id() + "'"))
        .isEqualTo("15");
  }

  @Test
  void aStoreBelongsToTheNearestDepartmentAboveIt() {
    iiko.putDepartment("hall", CorporateItem.of("hall", "house", "SALEPOINT", "Hall"));
    iiko.putDepartment("house", CorporateItem.of("house", "chain", "DEPARTMENT", "House"));
    iiko.putDepartment("chain", CorporateItem.of("chain", null, "DEPARTMENT", "Chain"));
    iiko.putStore("bar", CorporateItem.of("bar", "hall", "STORE", "Bar"));

    synced("all");

    assertThat(restaurantOf("bar")).isEqualTo("house");
    assertThat(
            text(
                "select count(*) from corporate_item where source = 'S' and restaurant_id is null"))
        .isEqualTo("2"); // those of the factory and of the central store
  }

  @Test
  void aStoreThatMovesFollowsItsNewDepartment() {
    iiko.putDepartment("one", CorporateItem.of("one", null, "DEPARTMENT", "One"));
    iiko.putDepartment("two", CorporateItem.of("two", null, "DEPARTMENT", "Two"));
    iiko.putDepartment("point", CorporateItem.of("point", "one", "SALEPOINT", "Point"));
    iiko.putStore("bar", CorporateItem.of("bar", "point", "STORE", "Bar"));
    synced("all");
    iiko.putDepartment("point", CorporateItem.of("point", "two", "SALEPOINT", "Point"));

    synced("restaurants");

    assertThat(restaurantOf("bar")).isEqualTo("two");
  }

  @Test
  void aHierarchyInACircleHasNoRestaurantAndNoEnd() {
    iiko.putDepartment("a", CorporateItem.of("a", "b", "SALEPOINT", "A"));
    iiko.putDepartment("b", CorporateItem.of("b", "a", "SALEPOINT", "B"));
    iiko.putStore("lost", CorporateItem.of("lost", "a", "STORE", "Lost"));

    synced("all").body("state", equalTo("SUCCEEDED"));

    assertThat(restaurantOf("lost")).isNull();
  }

  @Test
  void whatIsConfirmedHasItsTimeThoughNothingIsWritten() {
    synced("suppliers");
    String before = text("select at from confirmed where entity = 'suppliers'");

    synced("suppliers");

    assertThat(text("select at from confirmed where entity = 'suppliers'")).isGreaterThan(before);
  }

  @Test
  void eachDayOfTheWindowIsConfirmed() {
    synced("invoices", "{\"from\": \"2026-01-01\", \"to\": \"2026-01-31\"}");

    assertThat(text("select count(*) || ' ' || min(day) || ' ' || max(day) from confirmed"))
        .isEqualTo("31 2026-01-01 2026-01-31");
  }

  @Test
  void personalFieldsAreNotKept() {
    synced("suppliers");

    assertThat(texts("select s::text from supplier s"))
        .noneMatch(row -> row.contains(IikoSupplier.PERSONAL) || row.contains("555-01-00"));
  }

  private static Object item(IikoInvoice invoice, String sum) {
    return invoice.items().get(0).with("sum", sum);
  }

  private String restaurantOf(String store) {
    return text(
        "select restaurant_id from corporate_item where source = 'S' and iiko_id = '%s'"
            .formatted(store));
  }

  /** Where each row stands and who wrote it: nobody can write one and leave these as they are. */
  private List<String> versions() {
    return texts(
        """
        select 'c' || ctid::text || xmin::text || xmax::text || iiko_id from corporate_item
        union all select 's' || ctid::text || xmin::text || xmax::text || iiko_id from supplier
        union all select 'i' || ctid::text || xmin::text || xmax::text || iiko_id from invoice
        union all select 't' || ctid::text || xmin::text || xmax::text || invoice_id || position
          from invoice_item
        order by 1""");
  }

  @Test
  void anInvoiceWithoutAStoreHasTheOneThatItsItemsAgreeOn() {
    String store = iiko.newInvoice().defaultStore();
    IikoInvoice one = iiko.newInvoice().with("defaultStore", null);
    IikoInvoice two = iiko.newInvoice().with("defaultStore", null);
    iiko.putInvoice(one.id(), one.with("items", List.of(inStore(one, store), inStore(one, store))));
    iiko.putInvoice(
        two.id(), two.with("items", List.of(inStore(two, store), inStore(two, "another"))));

    synced("all");

    assertThat(storeOf(one)).isEqualTo(store);
    assertThat(storeOf(two)).isNull();
    as(account, MEMBER)
        .get(at(account, "/invoices/" + one.id()))
        .then()
        .body("restaurant_id", equalTo(restaurantOf(store)));
  }

  @Test
  void metricsCountRunsCallsAndWhatBecameOfRecords() {
    String created = "iiko_records_total{entity=\"suppliers\",result=\"created\"}";
    double before = metric(created);

    synced("suppliers");

    assertThat(metric(created) - before).isEqualTo(5);
    assertThat(metric("iiko_runs_total{entity=\"suppliers\",outcome=\"SUCCEEDED\"}")).isPositive();
    assertThat(metric("iiko_run_seconds_count{entity=\"suppliers\"}")).isPositive();
    assertThat(
            metric(
                "partner_calls_seconds_count{operation=\"suppliers\",outcome=\"answered\",partner=\"iiko\"}"))
        .isPositive();
  }

  /** 0 when it was never counted. */
  private static double metric(String name) {
    return get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }

  private static Object inStore(IikoInvoice invoice, String store) {
    return invoice.items().get(0).with("store", store);
  }

  private String storeOf(IikoInvoice invoice) {
    return text("select store_id from invoice where iiko_id = '" + invoice.id() + "'");
  }
}
