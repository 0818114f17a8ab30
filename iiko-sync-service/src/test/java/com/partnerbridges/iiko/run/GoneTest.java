package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.iiko.IikoInvoice;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoSupplier;
import com.partnerbridges.dev.sandbox.iiko.Oddity;
import com.partnerbridges.dev.sandbox.room.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What iiko no longer has is marked, never deleted, and only when that is known and plausible. */
@QuarkusTest
class GoneTest extends SyncTest {

  @Test
  void whatIsMissingHasGoneAndIsNotDeleted() {
    synced("suppliers");
    String one = iiko.suppliers().keySet().iterator().next();
    iiko.remove(IikoSandboxClient.SUPPLIERS, one);

    synced("suppliers").body("state", equalTo("SUCCEEDED"));

    assertThat(counts("suppliers")).isEqualTo("0 0 4 1 0");
    assertThat(gone("supplier")).containsExactly(one);
  }

  @Test
  void whatHasGoneIsNotGoneAgain() {
    synced("suppliers");
    iiko.remove(IikoSandboxClient.SUPPLIERS, iiko.suppliers().keySet().iterator().next());
    synced("suppliers");

    synced("suppliers");

    assertThat(counts("suppliers")).isEqualTo("0 0 4 0 0");
  }

  @Test
  void whatComesBackIsNotGoneAnyMore() {
    synced("suppliers");
    String one = iiko.suppliers().keySet().iterator().next();
    IikoSupplier supplier = iiko.suppliers().get(one);
    iiko.remove(IikoSandboxClient.SUPPLIERS, one);
    synced("suppliers");
    iiko.putSupplier(one, supplier);

    synced("suppliers");

    assertThat(counts("suppliers")).isEqualTo("0 1 4 0 0");
    assertThat(gone("supplier")).isEmpty();
  }

  @Test
  void anEmptyListIsSuspicious() {
    synced("suppliers");
    iiko.odd(IikoSandboxClient.SUPPLIERS, Oddity.EMPTY_ROOT);

    synced("suppliers")
        .body("state", equalTo("FAILED"))
        .body("error_code", equalTo("SUSPICIOUS"))
        .body("error", containsString("5 of 5 records"))
        .body("parts[0].shrink.from", equalTo(5))
        .body("parts[0].shrink.to", equalTo(0));

    assertThat(gone("supplier")).isEmpty();
  }

  @Test
  void halfOfAListMayGo() {
    iiko.putSupplier("sixth", IikoSupplier.of("sixth", "6", "Sixth"));
    synced("suppliers");
    List.copyOf(iiko.suppliers().keySet()).subList(0, 3).forEach(this::removeSupplier);

    synced("suppliers").body("state", equalTo("SUCCEEDED")).body("counts.gone", equalTo(3));
  }

  @Test
  void moreThanHalfMayGoWhenSomebodySaysSo() {
    synced("suppliers");
    iiko.suppliers().keySet().forEach(this::removeSupplier);

    synced("suppliers", "{\"may_shrink\": true}")
        .body("state", equalTo("SUCCEEDED"))
        .body("counts.gone", equalTo(5));
  }

  @Test
  void theOtherPartsGoOnWhenOneIsSuspicious() {
    synced("all");
    iiko.odd(IikoSandboxClient.STORES, Oddity.EMPTY_ROOT);

    synced("all")
        .body("state", equalTo("FAILED"))
        .body("error_code", equalTo("SUSPICIOUS"))
        .body("parts.state", equalTo(List.of("SUCCEEDED", "FAILED", "SUCCEEDED", "SUCCEEDED")));
  }

  @Test
  void aCutListMarksNothing() {
    synced("suppliers");
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.truncatedAfter(2500));

    long run = queued("suppliers");
    dueWork();

    assertThat(state(run)).isEqualTo("QUEUED");
    assertThat(text("select error_code from run where id = " + run)).isEqualTo("BROKEN_ANSWER");
    assertThat(gone("supplier")).isEmpty();
  }

  @Test
  void aRecordWithoutAnIdMayBeAnyoneSoNothingIsMarked() {
    synced("suppliers");
    String one = iiko.suppliers().keySet().iterator().next();
    iiko.putSupplier(one, iiko.suppliers().get(one).with("id", null));

    synced("suppliers").body("state", equalTo("PARTIAL")).body("counts.failed", equalTo(1));

    assertThat(gone("supplier")).isEmpty();
  }

  @Test
  void anInvoiceOutsideTheDaysThatWereAskedForIsNotMissed() {
    LocalDate today = LocalDate.now();
    synced("all");
    iiko.invoices().keySet().forEach(id -> iiko.remove(IikoSandboxClient.INVOICES, id));

    synced("invoices", "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(today.minusDays(10), today))
        .body("state", equalTo("SUCCEEDED"));

    assertThat(text("select count(*) from invoice where gone_at is not null")).isEqualTo("5");
  }

  @Test
  void aPieceOfTenInvoicesMayNotLoseSixOfThem() {
    List<IikoInvoice> ten = Stream.generate(iiko::newInvoice).limit(10).toList();
    synced("invoices");
    ten.subList(0, 6).forEach(it -> iiko.remove(IikoSandboxClient.INVOICES, it.id()));
    String today = ten.get(0).dateIncoming().substring(0, 10);

    synced("invoices", "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(today, today))
        .body("state", equalTo("FAILED"))
        .body("error_code", equalTo("SUSPICIOUS"));
  }

  @Test
  void anInvoiceThatMovesToAnotherDayIsNotGone() {
    IikoInvoice invoice = iiko.newInvoice();
    synced("invoices");
    iiko.putInvoice(
        invoice.id(), invoice.with("dateIncoming", LocalDate.now().minusDays(20) + "T10:00:00"));

    synced("invoices");

    assertThat(gone("invoice")).isEmpty();
    assertThat(counts("invoices")).startsWith("0 1 ").endsWith(" 0 0");
  }

  private void removeSupplier(String id) {
    iiko.remove(IikoSandboxClient.SUPPLIERS, id);
  }

  private List<String> gone(String table) {
    return texts("select iiko_id from " + table + " where gone_at is not null");
  }
}
