package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.mail.SunkMail;
import com.partnerbridges.dev.testkit.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told that the sync fails. */
@QuarkusTest
class AlertTest extends SyncTest {

  @BeforeEach
  void emptyTheSink() {
    mails.clear();
  }

  @Test
  void theThirdFailureInARowIsToldOnce() {
    iiko.password("another");
    failed(2);
    assertThat(mails.mails()).isEmpty();

    failed(3);

    assertThat(mails.mails()).hasSize(1);
    SunkMail mail = mails.mails().get(0);
    assertThat(mail.to()).isEqualTo(account + "@example.com");
    assertThat(mail.subject()).isEqualTo("The sync with iiko fails for account " + account);
    assertThat(mail.text())
        .contains("The last 3 runs", "does not accept the user name and the password", "/console");
    assertThat(mail.html()).contains(account, "/console");
  }

  @Test
  void aRecoveryIsToldOnce() {
    iiko.password("another");
    failed(3);
    mails.clear();
    iiko.password("iiko-sandbox");

    synced("stores");
    synced("stores");

    assertThat(mails.mails())
        .extracting(SunkMail::subject)
        .containsExactly("The sync with iiko works again for account " + account);
  }

  @Test
  void aSuccessInBetweenBeginsToCountAnew() {
    iiko.password("another");
    failed(2);
    iiko.password("iiko-sandbox");
    synced("stores");
    iiko.password("another");

    failed(2);

    assertThat(mails.mails()).isEmpty();
  }

  @Test
  void anAccountWithoutAnAddressIsOnlyLogged() {
    sql("update connection set alert_email = null");
    iiko.password("another");
    LogCapture log = new LogCapture();

    failed(3);

    log.close();
    assertThat(mails.mails()).isEmpty();
    assertThat(log.lines())
        .contains("account fails runs_in_a_row=3 error=WRONG_PASSWORD")
        .noneMatch(line -> line.contains("example.com"));
  }

  @Test
  void anAddressThatWasTakenAwayGetsNothing() {
    iiko.password("another");
    failed(2);
    long run = queued("stores");
    sql(
        """
        insert into letter (account_id, kind, run_id, queued_at, next_attempt_at)
        values ('%s', 'FAILING', %d, now(), now())"""
            .formatted(account, run));
    sql("update connection set alert_email = null");

    workOff();

    assertThat(texts("select state || ' ' || error from letter"))
        .isEqualTo(List.of("FAILED no address"));
  }

  private void failed(int runs) {
    for (int i = 0; i < runs; i++) {
      synced("stores");
    }
  }
}
