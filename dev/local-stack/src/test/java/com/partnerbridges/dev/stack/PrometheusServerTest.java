package com.partnerbridges.dev.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusServerTest {

  @Test
  void instancesOfAServiceAreTargetsOfOneJob() {
    List<ServiceProcess> services =
        List.of(service("iute-service-1", 8081), service("iute-service-2", 40001));

    assertThat(PrometheusServer.settings(Path.of("/repo/rules"), services))
        .isEqualTo(
            """
            global: {scrape_interval: 5s, evaluation_interval: 5s}
            rule_files: ['/repo/rules/*.yml']
            scrape_configs:
              - job_name: iute-service
                metrics_path: /q/metrics
                static_configs: [{targets: ['127.0.0.1:8081', '127.0.0.1:40001']}]
            """);
  }

  private static ServiceProcess service(String name, int port) {
    return new ServiceProcess(name, port, List.of(), Map.of(), Path.of("none.log"), null);
  }
}
