package com.partnerbridges.dev.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardsTest {

  private static final Pattern SELECTOR = Pattern.compile("\\{([^}]*)}");

  static List<String> services() {
    return Repository.services();
  }

  @ParameterizedTest
  @MethodSource("services")
  void aDashboardIsOfItsServiceAndNeedsNoPlugin(String service) {
    Node dashboard =
        Repository.yaml(Alerts.MONITORING.resolve("dashboards").resolve(service + ".json"));
    List<Node> panels = dashboard.at("panels").each().toList();

    assertThat(dashboard.at("uid").text()).isEqualTo(service);
    assertThat(panels.stream().map(panel -> panel.at("id").text())).doesNotHaveDuplicates();
    assertThat(panels)
        .allSatisfy(panel -> assertThat(panel.at("type").text()).isIn("stat", "timeseries"));
    assertThat(panels.stream().flatMap(panel -> panel.at("targets").each()))
        .isNotEmpty()
        .allSatisfy(
            target -> {
              assertThat(target.at("datasource", "uid").text()).isEqualTo(provisioned());
              assertThat(SELECTOR.matcher(target.at("expr").text()).results())
                  .isNotEmpty()
                  .allMatch(it -> it.group(1).startsWith("job=\"" + service + "\""));
            });
  }

  private static String provisioned() {
    return Repository.yaml(
            Alerts.MONITORING.resolve("grafana/provisioning/datasources/prometheus.yml"))
        .at("datasources", "0", "uid")
        .text();
  }
}
