package com.partnerbridges.dev.deploy.cloudrun;

import static com.partnerbridges.dev.deploy.cloudrun.Expected.assertAsExpected;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Command;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapTest {

  @TempDir Path folder;
  private Cloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new Cloud(folder);
  }

  @Test
  void firstRunCreatesEverything() throws Exception {
    Command run = cloud.bootstrap();

    assertThat(run.exit()).as(run.err()).isZero();
    assertAsExpected("bootstrap", cloud.told());
  }

  @Test
  void secondRunChangesNothing() throws Exception {
    cloud.bootstrapped();

    Command again = cloud.bootstrap();

    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void dryRunPrintsWhatARunDoes() throws Exception {
    Command dry = cloud.bootstrap("iute-service", "--dry-run");

    assertThat(cloud.changes()).isEmpty();
    cloud.bootstrap("iute-service");
    assertThat(dry.out().lines().map(cloud::same)).isEqualTo(cloud.changes());
  }

  @Test
  void anInterruptedRunIsFinishedByTheNext() throws Exception {
    cloud.failAt("sql databases create");
    Command interrupted = cloud.bootstrap("iute-service");
    cloud.failNoMore();

    Command next = cloud.bootstrap("iute-service");

    assertThat(interrupted.exit()).isNotZero();
    assertThat(next.exit()).as(next.err()).isZero();
    assertThat(cloud.changes())
        .anyMatch(line -> line.contains("sql databases create"))
        .noneMatch(line -> line.contains("sql instances create"));
  }

  @Test
  void aQuestionThatFailsMakesNoPassword() throws Exception {
    cloud.bootstrapped();
    cloud.failAt("versions describe latest --secret=database-admin-password");

    Command run = cloud.bootstrap();

    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("told to fail");
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void aNewPasswordIsToldToTheDatabase() throws Exception {
    cloud.bootstrapped();
    cloud.rotate("iute-service-db-password");

    Command run = cloud.bootstrap("iute-service");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(cloud.changes())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("gcloud run jobs execute database-role-iute ");
  }

  @Test
  void namesTheSecretsThatOnlyPeopleKnow() throws Exception {
    Command run = cloud.bootstrap("iute-service");

    assertThat(run.err())
        .contains("versions add iute-service-auth-token")
        .contains("versions add iute-service-api-keys")
        .doesNotContain("versions add iute-service-db-password");
  }
}
