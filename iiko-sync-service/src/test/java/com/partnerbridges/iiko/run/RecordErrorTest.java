package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.iiko.IikoInvoice;
import com.partnerbridges.dev.sandbox.iiko.IikoSupplier;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One odd record never stops the others. */
@QuarkusTest
class RecordErrorTest extends SyncTest {

  @Test
  void anUnreadableRecordIsToldAndTheOthersAreStored() {
    IikoInvoice invoice = iiko.newInvoice();
    iiko.putInvoice(invoice.id(), withSum(invoice, "many"));

    synced("invoices").body("state", equalTo("PARTIAL")).body("counts.failed", equalTo(1));

    assertThat(texts("select iiko_id from record_error")).containsExactly(invoice.id());
    assertThat(counts("invoices")).isEqualTo("60 0 0 0 1");
  }

  @Test
  void aKnownRecordThatBecomesUnreadableKeepsItsValuesUntilItReadsAgain() {
    IikoInvoice invoice = iiko.newInvoice();
    synced("invoices");
    String total = total(invoice);
    iiko.putInvoice(invoice.id(), withSum(invoice, "many"));

    synced("invoices").body("state", equalTo("PARTIAL"));

    assertThat(total(invoice)).isEqualTo(total);
    assertThat(text(syncError(invoice))).isNotBlank();

    iiko.putInvoice(invoice.id(), invoice);
    synced("invoices").body("state", equalTo("SUCCEEDED"));

    assertThat(text(syncError(invoice))).isNull();
  }

  @Test
  void anUnreadableRecordIsNotWrittenAgainAndAgain() {
    IikoInvoice invoice = iiko.newInvoice();
    synced("invoices");
    iiko.putInvoice(invoice.id(), withSum(invoice, "many"));
    synced("invoices");
    String version =
        "select ctid::text || xmin from invoice where iiko_id = '%s'".formatted(invoice.id());
    String before = text(version);

    synced("invoices");

    assertThat(text(version)).isEqualTo(before);
  }

  @Test
  void anIdThatStandsTwiceIsStoredOnce() {
    String one = iiko.suppliers().keySet().iterator().next();
    iiko.putSupplier("twin", IikoSupplier.of(one, "77", "Twin"));

    synced("suppliers").body("state", equalTo("PARTIAL"));

    assertThat(counts("suppliers")).isEqualTo("5 0 0 0 1");
    assertThat(text("select reason from record_error")).contains("more than once");
  }

  @Test
  void anIdThatIsTooLongIsNotStored() {
    iiko.putSupplier("long", IikoSupplier.of("x".repeat(5000), "1", "Long"));

    synced("suppliers").body("state", equalTo("PARTIAL"));

    assertThat(counts("suppliers")).isEqualTo("5 0 0 0 1");
    assertThat(text("select reason from record_error")).startsWith("its id ");
  }

  @Test
  void aLongNameIsCutSoThatItIsSeen() {
    iiko.putSupplier("long", IikoSupplier.of("long", "1", "я".repeat(600)));

    synced("suppliers").body("state", equalTo("SUCCEEDED"));

    assertThat(text("select name from supplier where iiko_id = 'long'"))
        .isEqualTo("я".repeat(500) + "…");
  }

  @Test
  void errorsOfOneRunAreBoundedAndAllAreCounted() {
    iiko.putSupplier("long", IikoSupplier.of("x".repeat(200), "1", "Long"));
    sql(
        """
        insert into run (account_id, entity_type, cause, not_before, queued_at)
        values ('%s', 'suppliers', 'MANUAL', now(), now())"""
            .formatted(account));
    sql(
        """
        insert into part (run_id, account_id, entity, position)
        select id, account_id, 'suppliers', 1 from run""");
    sql(
        """
        insert into record_error (run_id, account_id, entity, reason, at)
        select r.id, r.account_id, 'suppliers', 'odd', now() from run r, generate_series(1, 1000)""");

    workOff();

    assertThat(text("select count(*) from record_error")).isEqualTo("1000");
    assertThat(counts("suppliers")).isEqualTo("5 0 0 0 1");
  }

  private static IikoInvoice withSum(IikoInvoice invoice, String sum) {
    return invoice.with("items", List.of(invoice.items().get(0).with("sum", sum)));
  }

  private String total(IikoInvoice invoice) {
    return text("select total from invoice where iiko_id = '" + invoice.id() + "'");
  }

  private static String syncError(IikoInvoice invoice) {
    return "select sync_error from invoice where iiko_id = '" + invoice.id() + "'";
  }

  @Test
  void errorsOfTheLastTenRunsThatHadAnyAreKept() {
    iiko.putSupplier("long", IikoSupplier.of("x".repeat(200), "1", "Long"));
    sql(
        """
        with r as (
          insert into run (account_id, entity_type, cause, state, not_before, queued_at, ended_at)
          select '%s', 'suppliers', 'SCHEDULE', 'PARTIAL', now(), now(), now()
          from generate_series(1, 12)
          returning id, account_id
        )
        insert into record_error (run_id, account_id, entity, reason, at)
        select id, account_id, 'suppliers', 'odd ' || id, now() from r, generate_series(1, 3)"""
            .formatted(account));
    List<String> newest = texts("select id from run order by id desc limit 9");

    synced("suppliers").body("state", equalTo("PARTIAL"));

    assertThat(texts("select distinct run_id from record_error"))
        .hasSize(10)
        .containsAll(newest)
        .contains(text("select max(id) from run"));
  }

  @Test
  void whatTheDatabaseRefusesIsFoundOneByOne() {
    iiko.putSupplier("odd", IikoSupplier.of("odd", "1", "Refused"));
    sql("alter table supplier add constraint odd check (name <> 'Refused')");
    try {
      synced("suppliers").body("state", equalTo("PARTIAL"));
    } finally {
      sql("alter table supplier drop constraint odd");
    }

    assertThat(counts("suppliers")).isEqualTo("5 0 0 0 1");
    assertThat(text("select iiko_id || ' ' || reason from record_error"))
        .isEqualTo("odd the database refused it with SQLSTATE 23514");
  }
}
