package com.partnerbridges.dev.deploy.cloudrun;

import static com.partnerbridges.dev.deploy.cloudrun.Expected.assertAsExpected;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Command;
import com.partnerbridges.dev.deploy.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeployTest {

  private static final String IUTE = "iute-service";

  @TempDir Path folder;
  private Cloud cloud;

  @BeforeEach
  void open() throws Exception {
    cloud = new Cloud(folder);
  }

  static List<String> services() {
    return Repository.services();
  }

  @ParameterizedTest
  @MethodSource("services")
  void firstRunDeploys(String service) throws Exception {
    cloud.prepare(service, "v1");

    Command run = cloud.deploy(service, "v1");

    assertThat(run.exit()).as(run.err()).isZero();
    assertAsExpected("deploy-" + service, cloud.told());
    assertThat(cloud.traffic(service)).singleElement().asString().endsWith(",100,next");
  }

  @ParameterizedTest
  @MethodSource("services")
  void secondRunChangesNothing(String service) throws Exception {
    cloud.prepare(service, "v1");
    cloud.deploy(service, "v1");

    Command again = cloud.deploy(service, "v1");

    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(cloud.changes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void dryRunPrintsWhatARunDoes(String service) throws Exception {
    cloud.prepare(service, "v1");

    Command dry = cloud.deploy(service, "v1", "--dry-run");

    assertThat(cloud.changes()).isEmpty();
    cloud.deploy(service, "v1");
    assertThat(dry.out().lines().map(cloud::same)).isEqualTo(cloud.changes()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void withoutBootstrapItSaysWhatToDo(String service) throws Exception {
    Command run = cloud.deploy(service, "v1");

    assertThat(run.exit()).isNotZero();
    assertThat(cloud.same(run.err()))
        .contains("the database")
        .contains("a value of the secret " + service + "-db-password")
        .contains(
            "deploy/cloud-run/bootstrap --project bridges-test --region europe-west1 " + service);
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void withoutAnImageItSaysSo() throws Exception {
    cloud.prepare(IUTE);

    Command run = cloud.deploy(IUTE, "v1");

    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("there is no image").contains("/iute-service:v1");
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void theNextRevisionGetsItsTrafficOnceItIsReady() throws Exception {
    cloud.prepare(IUTE, "v1", "v2");
    cloud.deploy(IUTE, "v1");
    set("POS_ID", "4712");

    Command run = cloud.deploy(IUTE, "v2");

    assertThat(run.exit()).as(run.err()).isZero();
    assertAsExpected("deploy-next", cloud.told());
    assertThat(cloud.filled(IUTE, "service.yaml"))
        .containsPattern(
            "traffic: \\[\\{revisionName: iute-service-\\w{8}, percent: 100},"
                + " \\{latestRevision: true, percent: 0, tag: next}]");
  }

  @Test
  void aFailedMigrationStopsTheDeployment() throws Exception {
    cloud.prepare(IUTE, "v1");
    cloud.failAt("run jobs execute iute-service-migrate");

    Command run = cloud.deploy(IUTE, "v1");

    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("the migration failed").contains("gcloud logging read");
    assertThat(cloud.changes()).noneMatch(line -> line.contains("run services"));
  }

  @Test
  void aQuestionThatFailsChangesNothing() throws Exception {
    cloud.prepare(IUTE, "v1");
    cloud.failAt("run revisions describe");

    Command run = cloud.deploy(IUTE, "v1");

    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("told to fail");
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void aRevisionThatIsNotReadyGetsNoTraffic() throws Exception {
    cloud.prepare(IUTE, "v1");
    cloud.deploy(IUTE, "v1");
    List<String> before = cloud.traffic(IUTE);
    set("POS_ID", "4712");
    cloud.failAt("curl");

    Command run = cloud.deploy(IUTE, "v1");

    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("is not ready: what served before serves on");
    assertThat(cloud.changes()).noneMatch(line -> line.contains("update-traffic"));
    assertThat(cloud.traffic(IUTE)).anyMatch(before.get(0).replace("next", "")::equals);
  }

  @Test
  void aRevisionThatDidNotStartIsMadeAnew() throws Exception {
    cloud.prepare(IUTE, "v1");
    Path broken = Files.createFile(folder.resolve("state/broken"));
    Command failed = cloud.deploy(IUTE, "v1");
    Files.delete(broken);

    Command again = cloud.deploy(IUTE, "v1");

    assertThat(failed.exit()).isNotZero();
    assertThat(failed.err()).contains("did not start");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(cloud.traffic(IUTE)).singleElement().asString().endsWith("-2,100,next");
  }

  @Test
  void aNewValueOfASecretIsANewRevision() throws Exception {
    cloud.prepare(IUTE, "v1");
    cloud.deploy(IUTE, "v1");
    cloud.rotate("iute-service-api-keys");

    cloud.deploy(IUTE, "v1");

    assertThat(cloud.filled(IUTE, "service.yaml"))
        .contains("{name: iute-service-api-keys, key: \"2\"}")
        .contains("{name: iute-service-auth-token, key: \"1\"}");
    assertThat(cloud.changes()).anyMatch(line -> line.contains("--to-revisions="));
  }

  @Test
  void instancesStartAnewWhenSomebodyAsksForIt() throws Exception {
    cloud.prepare(IUTE, "v1");
    cloud.deploy(IUTE, "v1");

    Command run = cloud.deploy(IUTE, "v1", "--anew");

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(cloud.traffic(IUTE)).singleElement().asString().endsWith("-2,100,next");
  }

  @Test
  void aCanaryGetsItsShareAndLaterAll() throws Exception {
    cloud.prepare(IUTE, "v1", "v2");
    cloud.deploy(IUTE, "v1");
    set("POS_ID", "4712");

    cloud.deploy(IUTE, "v2", "--canary", "10");

    assertThat(cloud.traffic(IUTE))
        .extracting(line -> line.split(",", 2)[1])
        .containsExactlyInAnyOrder("10,next", "90,");
    cloud.deploy(IUTE, "v2");
    assertThat(cloud.changes()).singleElement().asString().contains("--to-revisions=");
    assertThat(cloud.traffic(IUTE)).singleElement().asString().endsWith(",100,next");
  }

  @Test
  void goingBackAsksTheOldRevisionFirst() throws Exception {
    cloud.prepare(IUTE, "v1");
    cloud.deploy(IUTE, "v1");
    set("POS_ID", "4712");
    cloud.deploy(IUTE, "v1");
    set("POS_ID", "4711");

    Command back = cloud.deploy(IUTE, "v1");

    assertThat(back.exit()).as(back.err()).isZero();
    assertAsExpected("deploy-back", cloud.changes());
  }

  @Test
  void aChangedScheduleIsUpdated() throws Exception {
    cloud.prepare(IUTE, "v1");
    cloud.deploy(IUTE, "v1");
    Path schedule = cloud.scripts.resolve(IUTE).resolve("scheduler.yaml");
    Files.writeString(
        schedule, Repository.text(schedule).replace("\"* * * * *\"", "\"*/2 * * * *\""));

    cloud.deploy(IUTE, "v1");

    assertThat(cloud.changes())
        .singleElement()
        .asString()
        .startsWith("gcloud scheduler jobs update http iute-service-due-work ");
  }

  @Test
  void aMissingSettingIsNamed() throws Exception {
    cloud.prepare(IUTE, "v1");
    Files.writeString(settings(), "POS_ID=1\nAPI_BASE_URL=https://iute.example\n");

    Command run = cloud.deploy(IUTE, "v1");

    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("lacks IUTE_PUBLIC_KEY_URL");
    assertThat(cloud.changes()).isEmpty();
  }

  @Test
  void aSettingThatNothingUsesIsRefused() throws Exception {
    cloud.prepare(IUTE, "v1");
    Files.writeString(settings(), "POS_IDD=1\n", StandardOpenOption.APPEND);

    Command run = cloud.deploy(IUTE, "v1");

    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains("POS_IDD is nowhere in iute-service/service.yaml");
  }

  @Test
  void aValueIsTextWhateverIsInIt() throws Exception {
    cloud.prepare(IUTE, "v1");
    set("POS_ID", "a\"b\\c&d${API_BASE_URL}$(id): #");

    Command run = cloud.deploy(IUTE, "v1", "--dry-run");

    assertThat(run.exit()).as(run.err()).isZero();
    cloud.deploy(IUTE, "v1");
    assertThat(
            Repository.yaml(cloud.scripts.resolve(".filled/iute-service/service.yaml"))
                .at("spec", "template", "spec", "containers", "0", "env")
                .each()
                .filter(variable -> variable.at("name").text().equals("POS_ID"))
                .map(variable -> variable.at("value").text()))
        .containsExactly("a\"b\\c&d${API_BASE_URL}$(id): #");
  }

  private void set(String name, String value) throws Exception {
    List<String> lines =
        Files.readAllLines(settings()).stream()
            .map(line -> line.startsWith(name + "=") ? name + "=" + value : line)
            .toList();
    Files.write(settings(), lines);
  }

  private Path settings() {
    return cloud.scripts.resolve(IUTE).resolve("settings.env");
  }
}
