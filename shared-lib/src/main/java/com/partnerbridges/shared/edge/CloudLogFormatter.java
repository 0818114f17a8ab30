package com.partnerbridges.shared.edge;

import io.quarkus.logging.json.runtime.JsonFormatter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * One JSON object a line, in the field names that Cloud Logging knows: {@code severity}, {@code
 * time}, {@code message}, {@code stack_trace}, the trace and the span. What a line is about (the
 * request, the order, the account) stands in its labels, whether it came with the request or is
 * said in the message as {@code order=A-1}.
 */
final class CloudLogFormatter extends JsonFormatter {

  static final String TRACE_KEY = "traceId";
  static final String SPAN_KEY = "spanId";

  private static final String CLOUD = "logging.googleapis.com/";
  private static final String NAMES = "TIMESTAMP=time,LOGGER_NAME=logger,THREAD_NAME=thread";
  private static final Set<String> LEFT_OUT =
      Set.of(
          "sequence",
          "loggerClassName",
          "level",
          "mdc",
          "stackTrace",
          "ndc",
          "hostName",
          "processName",
          "processId",
          "threadId");
  private static final Set<String> NO_LABELS = Set.of(TRACE_KEY, SPAN_KEY, "parentId", "sampled");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?<![\\w=])(order|orderref|reference|payment|account|run|job)="
              + "([A-Za-z0-9._:-]{1,100})(?![\\w*@])");

  /** Cloud Logging's word for each level that it does not know by ours. */
  private static final Map<String, String> SEVERITIES =
      Map.of("WARN", "WARNING", "FATAL", "CRITICAL", "TRACE", "DEBUG");

  private final String traces;

  /**
   * @param traces what a trace's name begins with, before its id
   */
  CloudLogFormatter(String traces) {
    super(NAMES, LEFT_OUT, Map.of());
    this.traces = traces;
    setExceptionOutputType(ExceptionOutputType.FORMATTED);
  }

  @Override
  protected void after(Generator json, ExtLogRecord line) throws Exception {
    String level = line.getLevel().getName();
    json.add("severity", SEVERITIES.getOrDefault(level, level));
    Map<String, String> context = line.getMdcCopy();
    if (context.containsKey(TRACE_KEY)) {
      json.add(CLOUD + "trace", traces + context.get(TRACE_KEY));
      json.add(CLOUD + "spanId", context.get(SPAN_KEY));
    }
    Map<String, String> labels = labels(context, line.getFormattedMessage());
    if (!labels.isEmpty()) {
      json.add(CLOUD + "labels", labels);
    }
    if (line.getThrown() != null) {
      StringWriter trace = new StringWriter();
      line.getThrown().printStackTrace(new PrintWriter(trace));
      json.add("stack_trace", trace.toString());
    }
    super.after(json, line);
  }

  private static Map<String, String> labels(Map<String, String> context, String message) {
    Map<String, String> labels = new TreeMap<>();
    Matcher subject = SUBJECT.matcher(message == null ? "" : message);
    while (subject.find()) {
      labels.put(subject.group(1), subject.group(2));
    }
    context.forEach(
        (name, value) -> {
          if (!NO_LABELS.contains(name)) {
            labels.put(name, Redaction.of(value));
          }
        });
    return labels;
  }
}
