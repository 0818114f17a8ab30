package com.partnerbridges.dev.stack;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A service of the suite, as the stack runs it. A new service is a new entry here.
 *
 * @param name also the name of its module
 * @param port of its first instance
 * @param settings its own environment variables, from the sandbox's URL and its own public URL
 */
record ServiceSpec(
    String name, int port, BiFunction<String, String, Map<String, String>> settings) {

  static final List<ServiceSpec> ALL =
      List.of(new ServiceSpec("iute-service", 8081, ServiceSpec::iute));

  static List<String> names() {
    return ALL.stream().map(ServiceSpec::name).toList();
  }

  private static Map<String, String> iute(String sandbox, String publicUrl) {
    return Map.of(
        "API_BASE_URL",
        sandbox + "/iute",
        "AUTH_TOKEN",
        "sandbox-token",
        "POS_ID",
        "sandbox-pos",
        "IUTE_PUBLIC_KEY_URL",
        sandbox + "/iute/public-key/dev-ALB-public-key.pem",
        "PUBLIC_BASE_URL",
        publicUrl);
  }
}
