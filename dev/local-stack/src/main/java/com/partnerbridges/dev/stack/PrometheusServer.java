package com.partnerbridges.dev.stack;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Prometheus with the rules that are shipped, watching the services of a stack. */
public final class PrometheusServer implements AutoCloseable {
  private static final String PROGRAM = "prometheus";
  private static final long STOP_MILLIS = 10_000;

  private final StackDirectory directory;
  private final Path rules;
  private final int port;
  private final ProcessList processes;
  private Process process;

  PrometheusServer(StackDirectory directory, Path rules, int port, ProcessList processes) {
    this.directory = directory;
    this.rules = rules;
    this.port = port;
    this.processes = processes;
  }

  public static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
  }

  static void requireInstalled() {
    if (!isInstalled()) {
      throw new StackException(
          "Prometheus is not installed. On Debian: apt-get install --no-install-recommends"
              + " prometheus");
    }
  }

  public URI url() {
    return URI.create("http://" + StackPorts.HOST + ":" + port);
  }

  synchronized void start(List<ServiceProcess> services) {
    Path folder = directory.path().resolve(PROGRAM);
    Path log = directory.log(PROGRAM);
    process =
        Launch.start(
            List.of(
                PROGRAM,
                "--config.file=" + write(folder, settings(rules, services)),
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + StackPorts.HOST + ":" + port),
            Map.of(),
            log);
    processes.add(process.pid());
    Deadline.awaitReady("Prometheus", process, log, this::isReady);
  }

  /** A job is a service: so the rules know it. */
  static String settings(Path rules, List<ServiceProcess> services) {
    Map<String, String> targets =
        services.stream()
            .collect(
                groupingBy(
                    service -> service.name().replaceAll("-[0-9]+$", ""),
                    TreeMap::new,
                    mapping(service -> "'" + service.url().getAuthority() + "'", joining(", "))));
    StringBuilder text =
        new StringBuilder(
            """
            global: {scrape_interval: 5s, evaluation_interval: 5s}
            rule_files: ['%s/*.yml']
            scrape_configs:
            """
                .formatted(rules));
    targets.forEach(
        (job, addresses) ->
            text.append(
                """
                  - job_name: %s
                    metrics_path: /q/metrics
                    static_configs: [{targets: [%s]}]
                """
                    .formatted(job, addresses)));
    return text.toString();
  }

  private static Path write(Path folder, String settings) {
    try {
      Files.createDirectories(folder);
      return Files.writeString(folder.resolve("prometheus.yml"), settings);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write into " + folder, e);
    }
  }

  private boolean isReady() {
    return Probe.isOk(url().resolve("/-/ready"));
  }

  @Override
  public synchronized void close() {
    if (process != null && process.isAlive()) {
      process.destroy();
      if (!Deadline.exitsWithin(process, STOP_MILLIS)) {
        ProcessList.end(process.toHandle());
      }
    }
  }
}
