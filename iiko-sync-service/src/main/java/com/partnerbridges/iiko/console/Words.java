package com.partnerbridges.iiko.console;

import com.partnerbridges.iiko.run.RunState;
import io.quarkus.qute.TemplateExtension;
import java.util.Map;

/** What people call things. */
@TemplateExtension
final class Words {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("CONNECTED", "Connected"),
          Map.entry("ERROR", "Error"),
          Map.entry("CREDENTIALS_UNREADABLE", "Credentials unreadable"),
          Map.entry("DISCONNECTED", "Not connected"),
          Map.entry("QUEUED", "Waiting"),
          Map.entry("RUNNING", "Running"),
          Map.entry("SUCCEEDED", "Done"),
          Map.entry("PARTIAL", "Done, with errors"),
          Map.entry("FAILED", "Failed"),
          Map.entry("CANCELLED", "Cancelled"),
          Map.entry("FIRST", "first import"),
          Map.entry("SCHEDULE", "on schedule"),
          Map.entry("MANUAL", "by hand"),
          Map.entry("PUSH", "pushed"),
          Map.entry("xml", "XML"),
          Map.entry("json", "JSON"),
          Map.entry("all", "Everything"),
          Map.entry("restaurants", "Restaurants"),
          Map.entry("stores", "Stores"),
          Map.entry("suppliers", "Suppliers"),
          Map.entry("invoices", "Invoices"));

  private Words() {}

  static String inWords(RunState state) {
    return inWords(state.name());
  }

  static String inWords(String code) {
    return WORDS.getOrDefault(code, code);
  }
}
