package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoBulk;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One answer that is larger than all the memory of the instance that reads it. */
class IikoBulkIT {

  private static final int DOCUMENTS = 20_000;
  private static final int ITEMS = 20;
  private static final long BYTES = 200_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final LocalDate TODAY = LocalDate.now();
  private static final Map<String, ?> A_MONTH =
      Map.of("from", TODAY.minusDays(30).toString(), "to", TODAY.toString());

  @Test
  void fourHundredThousandItemsAreSyncedAndASecondRunWritesNoRow() {
    ServiceProcess service = IikoSuite.only();
    Cafe cafe = Cafe.opened();
    cafe.connect(service);
    cafe.awaitState("SUCCEEDED");
    cafe.with(IikoBulk.invoices(DOCUMENTS, ITEMS).between(TODAY.minusDays(30), TODAY));

    cafe.sync(service, "invoices", A_MONTH);
    cafe.awaitState("SUCCEEDED", PATIENCE);
    long created = cafe.count("created", "invoices");
    long bytes = cafe.server.use().bytes().get(IikoSandboxClient.INVOICES);
    long before = rowsWritten(service);
    service.start();
    cafe.sync(service, "invoices", A_MONTH);
    cafe.awaitState("SUCCEEDED", PATIENCE);
    long after = rowsWritten(service);

    assertThat(bytes).isGreaterThan(BYTES);
    assertThat(created).isEqualTo(DOCUMENTS);
    assertThat(cafe.stored()).isEqualTo(cafe.there());
    assertThat(cafe.count("unchanged", "invoices")).isEqualTo(cafe.count("seen", "invoices"));
    assertThat(before).isGreaterThan((long) DOCUMENTS * ITEMS);
    assertThat(after).isEqualTo(before);
    assertThat(cafe.wasPolite()).isTrue();
  }

  /** Of invoices and their items, ever. A connection that has ended has told all it did. */
  private static long rowsWritten(ServiceProcess service) {
    service.stop();
    return IikoSuite.number(
        "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables"
            + " where schemaname = 'iiko' and relname in ('invoice', 'invoice_item')");
  }
}
