package com.partnerbridges.dev.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stack is made of.
 *
 * @param packages what the services are run from
 * @param state where data, logs and the list of processes are kept; no two stacks share it
 * @param ports which ports it takes
 * @param instances how many of each service
 * @param fresh begin with an empty database
 * @param services which of {@link ServiceSpec#ALL}, by name
 * @param settings environment variables given to every service, over those of its {@link
 *     ServiceSpec}; <code>{name}</code> in a value becomes the instance's, as in {@code
 *     iute-service-1}
 * @param heap the most that a service may use, as in {@code 256m}
 * @param prometheus whether Prometheus, which is on the machine, watches the services
 */
public record StackOptions(
    Packages packages,
    Path state,
    StackPorts ports,
    int instances,
    boolean fresh,
    List<String> services,
    Map<String, String> settings,
    String heap,
    boolean prometheus) {
  static final String USUAL_HEAP = "256m";

  public StackOptions {
    state = state.toAbsolutePath().normalize();
    services = List.copyOf(services);
    settings = Map.copyOf(settings);
  }

  /** One instance of every service on free ports, with an empty database: what a test wants. */
  public static StackOptions forTests(Path root, Path state) {
    return new StackOptions(
        Packages.built(root),
        state,
        StackPorts.free(),
        1,
        true,
        ServiceSpec.names(),
        Map.of(),
        USUAL_HEAP,
        false);
  }

  public StackOptions withInstances(int instances) {
    return new StackOptions(
        packages, state, ports, instances, fresh, services, settings, heap, prometheus);
  }

  public StackOptions withServices(String... names) {
    return new StackOptions(
        packages, state, ports, instances, fresh, List.of(names), settings, heap, prometheus);
  }

  public StackOptions withSetting(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new StackOptions(
        packages, state, ports, instances, fresh, services, more, heap, prometheus);
  }

  public StackOptions withHeap(String most) {
    return new StackOptions(
        packages, state, ports, instances, fresh, services, settings, most, prometheus);
  }

  public StackOptions withPrometheus() {
    return new StackOptions(
        packages, state, ports, instances, fresh, services, settings, heap, true);
  }
}
