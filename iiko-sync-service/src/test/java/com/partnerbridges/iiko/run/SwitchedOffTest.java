package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is synced by itself, and what people ask for is done. */
@QuarkusTest
@TestProfile(SwitchedOffTest.SwitchedOff.class)
class SwitchedOffTest extends SyncTest {

  /** As the README says. */
  public static class SwitchedOff implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("IIKO_INTEGRATION_ENABLED", "false");
    }
  }

  @Test
  void whatIsDueByTheClockIsLeft() {
    sql(
        "insert into schedule (account_id, entity, next_at) values ('%s', 'stores', now())"
            .formatted(account));

    workOff();

    assertThat(texts("select id from run")).isEmpty();
    assertThat(iiko.use().logins()).isZero();
  }

  @Test
  void whatSomebodyAsksForIsDone() {
    synced("stores").body("state", equalTo("SUCCEEDED")).body("cause", equalTo("MANUAL"));
  }
}
