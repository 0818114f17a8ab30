package com.partnerbridges.dev.system;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an expression of Prometheus asks for: the name of a metric, and what its labels must be.
 *
 * @param labels by name, a regular expression; for those that must not match, with a ! before it
 */
record Series(String metric, Map<String, String> labels) {

  private static final Set<String> WORDS =
      Set.of("by", "and", "or", "unless", "le", "sum", "max", "rate", "increase");

  private static final Pattern LABELS = Pattern.compile("\\b(by|without|on|ignoring) *\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("([a-z_][a-z0-9_:]*)(?![a-z0-9_:]*\\()(?:\\{([^}]*)})?");
  private static final Pattern MATCHER = Pattern.compile("([a-z_]+)(=~|!~|!=|=)\"([^\"]*)\"");

  /** All that it asks services for; rules' own names have colons. */
  static List<Series> in(String expression) {
    String plain = LABELS.matcher(expression).replaceAll("").replaceAll("\\[[^]]*]", "");
    return NAME.matcher(plain)
        .results()
        .filter(it -> !it.group(1).contains(":") && !WORDS.contains(it.group(1)))
        .map(it -> new Series(it.group(1), labels(it.group(2))))
        .toList();
  }

  private static Map<String, String> labels(String matchers) {
    Map<String, String> labels = new HashMap<>();
    MATCHER
        .matcher(matchers == null ? "" : matchers)
        .results()
        .forEach(it -> labels.put(it.group(1), pattern(it)));
    return labels;
  }

  private static String pattern(MatchResult matcher) {
    String value =
        matcher.group(2).endsWith("~") ? matcher.group(3) : Pattern.quote(matcher.group(3));
    return (matcher.group(2).startsWith("!") ? "!" : "") + value;
  }

  /** Whether it is one of a scraped service's lines. */
  boolean isIn(String service, String scraped) {
    return scraped.lines().anyMatch(line -> isAt(service, line));
  }

  private boolean isAt(String service, String line) {
    if (!line.startsWith(metric + "{") && !line.startsWith(metric + " ")) {
      return false;
    }
    Map<String, String> there = new HashMap<>(Map.of("job", service));
    MATCHER.matcher(line).results().forEach(it -> there.put(it.group(1), it.group(3)));
    return labels.entrySet().stream().allMatch(it -> fits(it.getValue(), there.get(it.getKey())));
  }

  private static boolean fits(String pattern, String value) {
    String text = value == null ? "" : value;
    return pattern.startsWith("!") ? !text.matches(pattern.substring(1)) : text.matches(pattern);
  }
}
