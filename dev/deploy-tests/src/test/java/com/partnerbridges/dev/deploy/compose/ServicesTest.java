package com.partnerbridges.dev.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import com.partnerbridges.dev.deploy.ServiceSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A service in compose.yaml against the service itself: the rules that hold on Cloud Run, too. */
@ParameterizedClass
@MethodSource("services")
class ServicesTest {

  private final String service;
  private final String migration;
  private final ServiceSettings settings;
  private final Map<String, String> fixed;
  private final Map<String, String> filledIn;

  ServicesTest(String service) {
    this.service = service;
    this.migration = service + "-migration";
    this.settings = new ServiceSettings(service);
    this.fixed = Compose.fixed(service);
    this.filledIn = Compose.filledIn(service + ".example.env");
  }

  static List<String> services() {
    return Repository.services();
  }

  @Test
  void everyRequiredSettingHasOneSource() {
    Set<String> sources = new HashSet<>(fixed.keySet());
    sources.addAll(filledIn.keySet());

    assertThat(sources).containsAll(settings.required());
    assertThat(filledIn.keySet()).doesNotContainAnyElementsOf(fixed.keySet());
  }

  @Test
  void noVariableIsUnknownToTheService() {
    assertThat(settings.all())
        .containsAll(fixed.keySet())
        .containsAll(filledIn.keySet())
        .containsAll(Compose.fixed(migration).keySet());
  }

  @Test
  void noSecretHasAValueHere() {
    Set<String> secret = new HashSet<>(settings.secret());
    secret.add("API_KEYS");
    secret.retainAll(filledIn.keySet());

    assertThat(secret).isNotEmpty().allMatch(name -> filledIn.get(name).isEmpty());
    assertThat(fixed.get("DB_PASSWORD")).startsWith("${").endsWith(":?}");
  }

  @Test
  void theDatabaseIsEnteredByItsOwnRole() {
    String schema = settings.property("quarkus.flyway.schemas");

    assertThat(fixed).containsEntry("DB_USER", schema);
    assertThat(fixed.get("DB_PASSWORD"))
        .isEqualTo("${" + schema.toUpperCase(Locale.ROOT) + "_DB_PASSWORD:?}")
        .isEqualTo(Compose.fixed("roles").get(schema));
  }

  @Test
  void migrationComesFirstAndIsTheSameInAllElse() {
    Map<String, String> expected = Compose.fixed(service);
    expected.put("DB_MIGRATE_ONLY", "true");
    expected.remove("DB_MIGRATE_AT_START");

    assertThat(Compose.fixed(migration)).isEqualTo(expected);
    assertThat(fixed).containsEntry("DB_MIGRATE_AT_START", "false");
    for (String same : List.of("image", "env_file", "secrets")) {
      assertThat(at(migration, same).value()).isEqualTo(at(service, same).value());
    }
    assertThat(condition(service, migration)).isEqualTo("service_completed_successfully");
    assertThat(condition(migration, "roles")).isEqualTo("service_completed_successfully");
    assertThat(condition("roles", "postgres")).isEqualTo("service_healthy");
    assertThat(at(migration, "restart").text()).isEqualTo("no");
  }

  @Test
  void itsImageAndFilesHaveItsName() {
    assertThat(at(service, "image").text()).isEqualTo("${REGISTRY:?}/" + service + ":${TAG:?}");
    assertThat(at(service, "env_file").text()).isEqualTo(service + ".env");
  }

  @Test
  void aStopIsLongerThanTheServiceNeeds() {
    assertThat(settings.property("quarkus.shutdown.timeout")).endsWith(":8s}");
    assertThat(at(service, "stop_grace_period").text()).isEqualTo("20s");
  }

  private static String condition(String container, String other) {
    return at(container, "depends_on", other, "condition").text();
  }

  private static Node at(String container, String... keys) {
    return Compose.container(container).at(keys);
  }
}
