package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that does not do what it is asked. */
@QuarkusTest
class TroubleTest extends SyncTest {

  /** Longer than any pause between two tries. */
  private static final Duration PAST_PAUSE = Duration.ofHours(2);

  @Test
  void passingTroubleIsTriedAgainLater() {
    long run = queued("suppliers");
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.status(500));

    workOff();

    run(run).body("state", equalTo("QUEUED")).body("error_code", equalTo("SERVER_ERROR"));
    iiko.clearFaults();
    clock.forward(PAST_PAUSE);
    workOff();
    run(run)
        .body("state", equalTo("SUCCEEDED"))
        .body("error_code", equalTo(null))
        .body("attempts", equalTo(2));
  }

  @Test
  void aRunThatWaitsIsNotTriedBeforeItsTime() {
    long run = queued("suppliers");
    iiko.setFault(IikoSandboxClient.LOGIN, Fault.status(500));
    workOff();
    iiko.clearFaults();
    clock.forward(Duration.ofSeconds(59));

    workOff();

    run(run).body("state", equalTo("QUEUED")).body("attempts", equalTo(1));
  }

  @Test
  void theServerMayAskForALongerPause() {
    iiko.busy(IikoSandboxClient.SUPPLIERS, 503, Duration.ofMinutes(30), 1);
    long run = queued("suppliers");
    workOff();
    clock.forward(Duration.ofMinutes(29));
    workOff();
    run(run).body("state", equalTo("QUEUED")).body("error_code", equalTo("BUSY"));
    clock.forward(Duration.ofMinutes(2));

    workOff();

    run(run).body("state", equalTo("SUCCEEDED"));
  }

  @Test
  void itIsTriedAsOftenAsTheSettingsAllow() {
    iiko.slots(0);
    long run = queued("suppliers");
    for (int attempt = 1; attempt <= 4; attempt++) {
      workOff();
      assertThat(state(run)).isEqualTo("QUEUED");
      clock.forward(PAST_PAUSE);
    }

    workOff();

    run(run)
        .body("state", equalTo("FAILED"))
        .body("attempts", equalTo(5))
        .body("error_code", equalTo("NO_LICENCE_SLOT"))
        .body("parts[0].state", equalTo("FAILED"));
    assertThat(iiko.use().refusedLogins()).isEqualTo(5);
  }

  @Test
  void aWrongPasswordFailsAllThatIsDueWithOneLogin() {
    iiko.password("another");
    long stores = queued("stores");
    long suppliers = queued("suppliers");

    workOff();

    run(stores).body("state", equalTo("FAILED")).body("error_code", equalTo("WRONG_PASSWORD"));
    run(suppliers).body("state", equalTo("FAILED")).body("error_code", equalTo("WRONG_PASSWORD"));
    assertThat(iiko.use().refusedLogins()).isEqualTo(1);
  }

  @Test
  void whatTheServerRefusesDoesNotKeepTheOtherPartsBack() {
    iiko.setFault(IikoSandboxClient.SUPPLIERS, Fault.status(403));

    synced("all")
        .body("state", equalTo("FAILED"))
        .body("error_code", equalTo("PERMISSION_DENIED"))
        .body("parts.state", equalTo(List.of("SUCCEEDED", "SUCCEEDED", "FAILED", "SUCCEEDED")));
  }

  @Test
  void aDeadServerIsLeftAloneAndCostsOtherAccountsNothing() {
    iiko.setFault(IikoSandboxClient.LOGIN, Fault.dropBefore());
    queued("suppliers");
    workOff();
    long calls = iiko.counter(IikoSandboxClient.LOGIN).calls();
    queued("stores");
    String other = newAccount();
    connected(other, server(other));
    as(other, ADMIN).body("{}").post(at(other, "/sync/stores")).then().statusCode(202);

    workOff();

    assertThat(iiko.counter(IikoSandboxClient.LOGIN).calls()).isEqualTo(calls);
    assertThat(text("select state from run where account_id = '" + other + "'"))
        .isEqualTo("SUCCEEDED");
  }

  @Test
  void pausesDoubleWhileTheServerStaysAway() {
    iiko.setFault(IikoSandboxClient.LOGIN, Fault.status(500));
    long run = queued("suppliers");
    workOff();
    clock.forward(Duration.ofSeconds(91)); // the longest first pause
    workOff();
    run(run).body("attempts", equalTo(2));
    clock.forward(Duration.ofSeconds(119)); // shorter than any second one

    workOff();

    run(run).body("attempts", equalTo(2));
  }

  @Test
  void oneTryInVainIsOneFailureHoweverManyRunsWereDue() {
    iiko.setFault(IikoSandboxClient.LOGIN, Fault.status(500));
    queued("restaurants");
    queued("stores");
    queued("suppliers");
    queued("invoices");

    workOff();

    assertThat(texts("select distinct state || ' ' || attempts from run"))
        .containsExactly("QUEUED 1");
    assertThat(
            text(
                "select failures || ' ' || (not_before < now() + interval '91 s') from connection"))
        .isEqualTo("1 true");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 403})
  void aRunThatIsToBeCancelledIsNeitherPutOffNorFailed(int status) {
    long run = queued("suppliers");
    sql("update run set state = 'RUNNING', attempts = 1, started_at = now()");
    as(account, ADMIN).post(at(account, "/runs/" + run + "/cancel")).then().statusCode(200);
    iiko.setFault(IikoSandboxClient.LOGIN, Fault.status(status));

    workOff();

    run(run)
        .body("state", equalTo("CANCELLED"))
        .body("ended_at", notNullValue())
        .body("parts[0].state", equalTo("CANCELLED"));
    assertThat(text("select failed_runs from connection")).isEqualTo("0");
    sync("suppliers", "{}").statusCode(202);
  }

  @Test
  void whoTestsTheConnectionNeedNotWaitForTheNextTry() {
    iiko.setFault(IikoSandboxClient.LOGIN, Fault.status(500));
    long run = queued("suppliers");
    workOff();
    iiko.clearFaults();

    as(account, ADMIN).post(at(account, "/test")).then().statusCode(200);

    workOff();
    run(run).body("state", equalTo("SUCCEEDED"));
  }

  @Test
  void aSuccessClosesTheBreaker() {
    iiko.setFault(IikoSandboxClient.LOGIN, Fault.status(500));
    queued("suppliers");
    workOff();
    iiko.clearFaults();
    clock.forward(PAST_PAUSE);

    workOff();

    assertThat(text("select failures || ' ' || coalesce(not_before::text, '-') from connection"))
        .isEqualTo("0 -");
  }

  @Test
  void whatFailsWithTheLoginIsOnlyTouchedByWhoHoldsTheAccount() {
    long run = queued("suppliers");
    iiko.password("another");
    sql(
        """
        create function is_held() returns trigger language plpgsql as $$
        begin
          if not exists (select from connection
              where account_id = new.account_id and holder is not null) then
            raise exception 'nobody holds the account';
          end if;
          return new;
        end $$;
        create trigger is_held before update on run for each row execute function is_held()""");
    try {
      workOff();
    } finally {
      sql("drop trigger is_held on run; drop function is_held");
    }

    run(run).body("state", equalTo("FAILED")).body("error_code", equalTo("WRONG_PASSWORD"));
  }
}
