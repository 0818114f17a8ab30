package com.partnerbridges.dev.deploy.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import com.partnerbridges.dev.deploy.ServiceSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests of a service against the service itself. */
@ParameterizedClass
@MethodSource("services")
class ManifestsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");

  private static final Pattern NUMBER =
      Pattern.compile(
          "minScale|maxScale|cpu-throttling|containerConcurrency|memory:|egress:|^ {6}timeoutSeconds"
              + "|DB_POOL_SIZE");

  private static final Duration UNTIL_KILLED = Duration.ofSeconds(10);

  /** What deploy knows by itself. */
  private static final Set<String> KNOWN =
      Set.of("PROJECT", "REGION", "URL", "IMAGE", "DB_URL", "REVISION", "TRAFFIC");

  /** Where the framework answers; nothing in application.properties moves it. */
  private static final String HEALTH = "/q/health/";

  private final String service;
  private final Manifest manifest;
  private final Manifest migration;
  private final ServiceSettings settings;

  ManifestsTest(String service) {
    this.service = service;
    this.manifest = Manifest.service(service);
    this.migration = Manifest.migration(service);
    this.settings = new ServiceSettings(service);
  }

  static List<String> services() {
    return Repository.services();
  }

  @Test
  void everyRequiredSettingHasASource() {
    assertThat(manifest.variables()).containsKeys(settings.required().toArray(String[]::new));
  }

  @Test
  void noVariableIsUnknownToTheService() {
    assertThat(settings.all())
        .containsAll(manifest.variables().keySet())
        .containsAll(migration.variables().keySet());
  }

  @Test
  void whatIsSecretComesFromSecretManager() {
    assertThat(manifest.variables().entrySet())
        .filteredOn(variable -> settings.secret().contains(variable.getKey()))
        .allMatch(variable -> variable.getValue().at("valueFrom", "secretKeyRef").isThere())
        .isNotEmpty();
  }

  @Test
  void aServiceHasItsOwnSecretsOnly() {
    assertThat(secrets()).isNotEmpty().allMatch(secret -> secret.startsWith(service + "-"));
  }

  @Test
  void everySecretIsUsed() {
    assertThat(manifest.variableSecrets()).doesNotHaveDuplicates();
    for (Node volume : manifest.volumes().toList()) {
      Node mount =
          manifest
              .container()
              .at("volumeMounts")
              .each()
              .filter(it -> it.at("name").text().equals(volume.at("name").text()))
              .findFirst()
              .orElseThrow(() -> new AssertionError("not mounted: " + volume.path()));
      String file =
          mount.at("mountPath").text() + "/" + volume.at("secret", "items", "0", "path").text();
      assertThat(manifest.variables().values())
          .anyMatch(it -> it.value().toString().contains(file));
    }
  }

  @Test
  void everyPlaceholderIsFilled() {
    Set<String> example =
        Set.copyOf(
            Repository.text(Manifest.folder(service).resolve("settings.example.env"))
                .lines()
                .filter(line -> line.matches("[A-Z].*"))
                .map(line -> line.split("=")[0])
                .toList());

    assertThat(placeholders(manifest)).containsAll(example);
    assertThat(Stream.concat(placeholders(manifest), placeholders(migration)))
        .allMatch(name -> KNOWN.contains(name) || example.contains(name));
  }

  @Test
  void probesAskWhatTheFrameworkAnswers() {
    assertThat(settings.property("quarkus.http.root-path")).isNull();
    assertThat(settings.property("quarkus.http.non-application-root-path")).isNull();
    assertThat(settings.property("quarkus.smallrye-health.root-path")).isNull();
    assertThat(probe("startupProbe")).isEqualTo(HEALTH + "started");
    assertThat(probe("livenessProbe")).isEqualTo(HEALTH + "live");
    assertThat(probe("readinessProbe")).isEqualTo(HEALTH + "ready");
  }

  private String probe(String name) {
    Node http = manifest.container().at(name, "httpGet");
    String port = manifest.container().at("ports", "0", "containerPort").text();
    assertThat(settings.property("quarkus.http.port")).isEqualTo("${PORT:" + port + "}");
    assertThat(http.at("port").text()).isEqualTo(port);
    return http.at("path").text();
  }

  @Test
  void serviceAndMigrationAreTheSameInTheSameDatabase() {
    for (Manifest each : List.of(manifest, migration)) {
      assertThat(each.spec().at("serviceAccountName").text())
          .isEqualTo(service + "@${PROJECT}.iam.gserviceaccount.com");
      assertThat(each.container().at("image").text()).isEqualTo("${IMAGE}");
      assertThat(each.value("DB_URL")).isEqualTo("${DB_URL}");
      assertThat(each.value("DB_USER")).isEqualTo(settings.property("quarkus.flyway.schemas"));
    }
  }

  @Test
  void theMigrationHasTheSameSettings() {
    Map<String, String> expected = values(manifest);
    expected.put("DB_MIGRATE_ONLY", "{name=DB_MIGRATE_ONLY, value=true}");

    assertThat(values(migration)).isEqualTo(expected);
    assertThat(migration.spec().at("volumes").value())
        .isEqualTo(manifest.spec().at("volumes").value());
    assertThat(migration.container().at("volumeMounts").value())
        .isEqualTo(manifest.container().at("volumeMounts").value());
    assertThat(manifest.value("DB_MIGRATE_AT_START")).isEqualTo("false");
  }

  private static Map<String, String> values(Manifest manifest) {
    Map<String, String> values = new TreeMap<>();
    manifest.variables().forEach((name, node) -> values.put(name, node.text()));
    return values;
  }

  @Test
  void theSchedulersTokenIsTheOneThatIsAskedFor() {
    assertThat(manifest.value("JOB_OIDC_AUDIENCE")).isEqualTo("${URL}");
    assertThat(manifest.value("JOB_OIDC_EMAIL"))
        .isEqualTo(service + "-jobs@${PROJECT}.iam.gserviceaccount.com");
  }

  @Test
  void aStopIsOverBeforeThePlatformKills() {
    Duration delay = byDefault("quarkus.shutdown.delay");
    Duration timeout = byDefault("quarkus.shutdown.timeout");

    assertThat(manifest.variables()).doesNotContainKeys("SHUTDOWN_DELAY", "SHUTDOWN_TIMEOUT");
    assertThat(delay.plus(timeout)).isLessThan(UNTIL_KILLED);
  }

  private Duration byDefault(String property) {
    String value = settings.property(property).replaceAll(".*:(.*)}", "$1");
    return value.endsWith("ms")
        ? Duration.ofMillis(Long.parseLong(value.replace("ms", "")))
        : Duration.ofSeconds(Long.parseLong(value.replace("s", "")));
  }

  @Test
  void aTimerRunsOnlyWhereTheCpuDoes() {
    boolean sleeps = manifest.annotation("run.googleapis.com/cpu-throttling").equals("true");

    assertThat(manifest.variables().containsKey("DUE_WORK_INTERVAL")).isEqualTo(sleeps);
    assertThat(sleeps ? manifest.value("DUE_WORK_INTERVAL") : "off").isEqualTo("off");
  }

  @Test
  void everyNumberHasItsReason() {
    List<String> lines = manifest.text().lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      if (NUMBER.matcher(lines.get(i)).find()) {
        assertThat(lines.get(i - 1)).as("above: " + lines.get(i)).matches(" *# .*");
      }
    }
  }

  private List<String> secrets() {
    return Stream.concat(
            manifest.variableSecrets(),
            manifest.volumes().map(volume -> volume.at("secret", "secretName").text()))
        .toList();
  }

  private static Stream<String> placeholders(Manifest manifest) {
    return PLACEHOLDER
        .matcher(manifest.text().replaceAll("(?m)^ *#.*$", ""))
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct();
  }
}
