package com.partnerbridges.dev.deploy.monitoring;

import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The alerting rules, and whom they are about. */
final class Alerts {

  static final Path MONITORING = Repository.DEPLOY.resolve("monitoring");

  /** The names of some services, or the beginning of metrics that only one of them has. */
  private static final Pattern ABOUT = Pattern.compile("job=~\"([a-z|-]+)\"|\\b(utopia|iiko)_");

  private Alerts() {}

  static List<Node> all() {
    return Repository.yaml(MONITORING.resolve("rules/alerts.yml"))
        .at("groups")
        .each()
        .flatMap(group -> group.at("rules").each())
        .toList();
  }

  static Stream<Node> about(String service) {
    return all().stream().filter(alert -> isAbout(alert.at("expr").text(), service));
  }

  private static boolean isAbout(String expression, String service) {
    Matcher about = ABOUT.matcher(expression);
    boolean somebody = false;
    while (about.find()) {
      somebody = true;
      boolean named =
          about.group(1) == null
              ? service.startsWith(about.group(2) + "-")
              : List.of(about.group(1).split("\\|")).contains(service);
      if (named) {
        return true;
      }
    }
    return !somebody;
  }
}
