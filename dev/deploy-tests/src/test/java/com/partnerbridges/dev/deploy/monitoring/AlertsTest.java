package com.partnerbridges.dev.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertsTest {

  static List<String> services() {
    return Repository.services();
  }

  @Test
  void everyAlertSaysHowBadItIsWhatItIsAndWhatToDo() {
    for (Node alert : Alerts.all()) {
      String name = alert.at("alert").text();
      assertThat(alert.at("labels", "severity").text()).isIn("critical", "warning");
      assertThat(alert.at("annotations", "summary").text()).contains("$labels.job").endsWith(".");
      assertThat(alert.at("annotations", "guide").text())
          .isEqualTo("deploy/guides/{{ $labels.job }}.md#" + name.toLowerCase(Locale.ROOT));
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void aGuideExplainsTheAlertsOfItsServiceAndNoOther(String service) {
    Path guide = Repository.DEPLOY.resolve("guides").resolve(service + ".md");
    Stream<String> headings =
        Repository.text(guide)
            .lines()
            .filter(line -> line.matches("### [A-Z]\\w+"))
            .map(line -> line.substring("### ".length()));

    assertThat(headings)
        .containsExactlyInAnyOrderElementsOf(
            Alerts.about(service).map(alert -> alert.at("alert").text()).toList());
  }

  @Test
  void everyAlertIsSeenToFire() {
    List<Node> checks =
        Repository.yaml(Alerts.MONITORING.resolve("tests/alerts_test.yml"))
            .at("tests")
            .each()
            .flatMap(test -> test.at("alert_rule_test").each())
            .toList();
    for (Node alert : Alerts.all()) {
      assertThat(checks)
          .filteredOn(check -> check.at("alertname").text().equals(alert.at("alert").text()))
          .as("tests of " + alert.at("alert").text())
          .anyMatch(check -> check.at("exp_alerts").each().findAny().isPresent());
    }
  }

  @Test
  void everyServiceIsScrapedUnderItsName() {
    List<Node> jobs =
        Repository.yaml(Alerts.MONITORING.resolve("prometheus.yml"))
            .at("scrape_configs")
            .each()
            .toList();

    assertThat(jobs.stream().map(job -> job.at("job_name").text()))
        .containsExactlyInAnyOrderElementsOf(Repository.services());
    assertThat(jobs)
        .allSatisfy(
            job -> {
              assertThat(job.at("metrics_path").text()).isEqualTo("/q/metrics");
              assertThat(job.at("static_configs", "0", "targets", "0").text())
                  .isEqualTo(job.at("job_name").text() + ":8080");
            });
  }
}
