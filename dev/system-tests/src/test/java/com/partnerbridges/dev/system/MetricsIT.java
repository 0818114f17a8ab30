package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.partnerbridges.dev.stack.LocalStack;
import com.partnerbridges.dev.stack.PrometheusServer;
import com.partnerbridges.dev.stack.ServiceProcess;
import com.partnerbridges.dev.stack.StackOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What rules and dashboards ask for, against what the packaged services tell before anything has
 * happened: a rate needs the nought before the one.
 */
class MetricsIT {

  private static final Path MONITORING = Path.of("../../deploy/monitoring");
  private static final Pattern EXPRESSION = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern RULE =
      Pattern.compile("(?m)^ +expr: (?:\\|\\n((?: {10}.*\\n)+)|(.*)\\n)");
  private static final Pattern TOLD = Pattern.compile("`([a-z]+_[a-z_]+)`(?:, `([a-z_]+)`)?");

  /** What Prometheus knows itself. */
  private static final String UP = "up";

  private static final Map<String, String> scraped = new TreeMap<>();
  private static LocalStack stack;

  @BeforeAll
  static void scrape() {
    StackOptions options = StackOptions.forTests(Path.of("../.."), Path.of("target/stack-metrics"));
    stack = LocalStack.start(PrometheusServer.isInstalled() ? options.withPrometheus() : options);
    for (ServiceProcess service : stack.services()) {
      Http.get(service.url().resolve("/nothing-here"));
      scraped.put(
          service.name().replaceAll("-1$", ""),
          Http.get(service.url().resolve("/q/metrics")).body());
    }
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void whatARuleAsksForIsToldByAService() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String file : List.of("recording.yml", "alerts.yml")) {
      for (Series series : asked(RULE, Files.readString(MONITORING.resolve("rules/" + file)))) {
        if (scraped.entrySet().stream().noneMatch(it -> series.isIn(it.getKey(), it.getValue()))) {
          missing.add(series.toString());
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void whatADashboardAsksForIsToldByItsService() throws IOException {
    List<String> missing = new ArrayList<>();
    for (String service : scraped.keySet()) {
      String dashboard = Files.readString(MONITORING.resolve("dashboards/" + service + ".json"));
      for (Series series : asked(EXPRESSION, dashboard)) {
        if (!series.isIn(service, scraped.get(service))) {
          missing.add(service + " " + series);
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void whatTheReadmeNamesIsTold() throws IOException {
    String readme = Files.readString(MONITORING.resolve("README.md"));
    String all = String.join("\n", scraped.values());

    Stream<String> rows = readme.lines().filter(line -> line.startsWith("| `"));
    List<String> names =
        rows.flatMap(row -> TOLD.matcher(row.split("\\|")[1]).results())
            .flatMap(it -> Stream.of(it.group(1), it.group(2)))
            .filter(name -> name != null)
            .toList();

    assertThat(names)
        .hasSizeGreaterThan(15)
        .allSatisfy(name -> assertThat(all).containsPattern("(?m)^" + name + "(_count|[{ ])"));
  }

  @Test
  void noLabelHasAnAddressOrAnIdInIt() {
    assertThat(String.join("\n", scraped.values()).lines())
        .noneMatch(line -> line.matches("[^#]*\"(https?://|[^\"]*@)[^\"]*\".*"))
        .noneMatch(line -> line.startsWith("http_client_requests"));
  }

  @Test
  void prometheusReachesAllServicesAndUnderstandsTheRules() {
    URI prometheus = prometheus();

    Suite.await("scraped", () -> count(prometheus, "up == 1") == scraped.size());
    Suite.await("rules", () -> count(prometheus, "job_task:due_work_oldest_seconds:max") >= 4);

    String rules = Http.get(prometheus.resolve("/api/v1/rules")).body();
    assertThat(rules).contains("\"DueWorkOld\"").doesNotContain("\"health\":\"err\"");
  }

  private static URI prometheus() {
    if (stack.prometheus().isEmpty()) {
      String message = "prometheus is not installed";
      return "true".equals(System.getenv("DEPLOY_TOOLS_REQUIRED")) ? fail(message) : abort(message);
    }
    return stack.prometheus().get().url();
  }

  private static int count(URI prometheus, String query) {
    String path = "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    return Http.get(prometheus.resolve(path)).body().split("\"metric\"", -1).length - 1;
  }

  private static List<Series> asked(Pattern expressions, String file) {
    List<Series> all =
        expressions
            .matcher(file)
            .results()
            .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
            .map(it -> it.replace("\\\"", "\""))
            .flatMap(it -> Series.in(it).stream())
            .filter(series -> !series.metric().equals(UP))
            .distinct()
            .toList();
    assertThat(all).hasSizeGreaterThan(5);
    return all;
  }
}
