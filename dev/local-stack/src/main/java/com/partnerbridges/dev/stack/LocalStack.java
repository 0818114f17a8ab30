package com.partnerbridges.dev.stack;

import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole suite on one machine: PostgreSQL, the sandbox and the packaged services. {@link
 * #close()} ends all of it, and so does the end of this process; what a killed one left behind is
 * ended by the next.
 */
public final class LocalStack implements AutoCloseable {
  private final StackOptions options;
  private final List<ServiceProcess> services = new ArrayList<>();

  /** What is to be closed, the last one first. */
  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  private final Thread atExit = new Thread(this::closeAll, "stack-close");
  private PostgresServer postgres;
  private PartnerSandbox sandbox;
  private PrometheusServer prometheus;
  private boolean closing;

  private LocalStack(StackOptions options) {
    this.options = options;
  }

  /**
   * Returns when everything is ready. When something is not, all is ended again.
   *
   * @throws StackException saying what is wrong
   */
  public static LocalStack start(StackOptions options) {
    LocalStack stack = new LocalStack(options);
    Runtime.getRuntime().addShutdownHook(stack.atExit);
    try {
      stack.startAll();
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  public PostgresServer postgres() {
    return postgres;
  }

  public PartnerSandbox sandbox() {
    return sandbox;
  }

  /** Empty when it was not asked for. */
  public Optional<PrometheusServer> prometheus() {
    return Optional.ofNullable(prometheus);
  }

  /** The instances of a service, the first one first. */
  public List<ServiceProcess> services(String name) {
    return services.stream().filter(service -> service.name().startsWith(name + "-")).toList();
  }

  public List<ServiceProcess> services() {
    return List.copyOf(services);
  }

  @Override
  public void close() {
    closeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // the hook is running, and has waited for the close above
    }
  }

  private void startAll() {
    List<ServiceSpec> specs =
        ServiceSpec.ALL.stream().filter(spec -> options.services().contains(spec.name())).toList();
    specs.forEach(spec -> options.packages().requireBuilt(spec.name()));
    StackDirectory directory = startNext(new StackDirectory(options.state()));
    ProcessList processes =
        new ProcessList(directory.path().resolve("processes"), directory.path().toString());
    processes.endLeftovers();

    Map<String, Integer> wanted = wantedPorts(specs);
    StackPorts.requireFree(wanted);

    if (options.fresh()) {
      StackDirectory.deleteRecursively(directory.database());
    }
    Path programs = PostgresBinaries.in(options.packages().root().resolve("dev/.local-stack"));
    postgres =
        startNext(new PostgresServer(directory, programs, wanted.get("PostgreSQL"), processes));
    postgres.start();
    sandbox =
        startNext(
            PartnerSandbox.start(
                StackPorts.HOST,
                wanted.get("sandbox"),
                wanted.get("mail sink"),
                wanted.get("sandbox (TLS)")));
    Path certificate =
        directory.certificate(new PowercodeSandboxClient(sandbox.url()).certificatePem());
    for (ServiceSpec spec : specs) {
      URI publicUrl =
          URI.create("http://" + StackPorts.HOST + ":" + wanted.get(portOwner(spec, 1)));
      Surroundings around =
          new Surroundings(sandbox.url(), sandbox.tlsUrl(), certificate, publicUrl);
      spec.registration().accept(around);
      for (int number = 1; number <= options.instances(); number++) {
        String name = spec.name() + "-" + number;
        int port = wanted.get(portOwner(spec, number));
        services.add(service(spec, name, port, around, directory, processes));
      }
    }
    services.forEach(this::startNext);
    services.forEach(ServiceProcess::launch);
    services.forEach(ServiceProcess::awaitReady);
    if (options.prometheus()) {
      Path rules = options.packages().root().resolve("deploy/monitoring/rules");
      prometheus =
          startNext(new PrometheusServer(directory, rules, wanted.get("Prometheus"), processes));
      prometheus.start(services);
    }
  }

  private Map<String, Integer> wantedPorts(List<ServiceSpec> specs) {
    StackPorts ports = options.ports();
    Map<String, Integer> wanted = new LinkedHashMap<>();
    wanted.put("PostgreSQL", ports.postgres());
    wanted.put("sandbox", ports.sandbox());
    wanted.put("sandbox (TLS)", ports.sandboxTls());
    wanted.put("mail sink", ports.smtp());
    if (options.prometheus()) {
      PrometheusServer.requireInstalled();
      wanted.put("Prometheus", ports.prometheus());
    }
    for (ServiceSpec spec : specs) {
      for (int number = 1; number <= options.instances(); number++) {
        wanted.put(portOwner(spec, number), ports.service(spec, number));
      }
    }
    return wanted;
  }

  private static String portOwner(ServiceSpec spec, int number) {
    return number == 1 ? spec.name() : spec.name() + "-" + number;
  }

  private ServiceProcess service(
      ServiceSpec spec,
      String name,
      int port,
      Surroundings around,
      StackDirectory directory,
      ProcessList processes) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("PORT", Integer.toString(port));
    environment.put("DB_URL", postgres.url());
    environment.put("DB_USER", postgres.user());
    environment.put("DB_PASSWORD", postgres.password());
    environment.put("API_KEYS", LocalKey.setting());
    environment.put("SANDBOX_URL", sandbox.url().toString());
    environment.put("MAIL_SERVER", StackPorts.HOST);
    environment.put("MAIL_PORT", Integer.toString(sandbox.smtpPort()));
    environment.putAll(spec.settings().apply(around));
    options
        .settings()
        .forEach((setting, value) -> environment.put(setting, value.replace("{name}", name)));
    List<String> command =
        options
            .packages()
            .command(spec.name(), name, directory.path(), options.heap(), environment.keySet());
    return new ServiceProcess(name, port, command, environment, directory.log(name), processes);
  }

  private synchronized <T extends AutoCloseable> T startNext(T part) {
    if (closing) {
      throw new StackException("The stack is being closed");
    }
    started.push(part);
    return part;
  }

  /** The services first, then what they need; one that cannot be closed keeps no other open. */
  private synchronized void closeAll() {
    closing = true;
    while (!started.isEmpty()) {
      try {
        started.pop().close();
      } catch (Exception e) {
        System.err.println("Not closed cleanly: " + e.getMessage());
      }
    }
  }
}
