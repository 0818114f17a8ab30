package com.partnerbridges.utopia.order;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would be sent. Names of parameters are PowerCode's. */
@Schema(name = "DryRun")
record DryRunView(
    String orderref,
    Lookup lookup,
    @Schema(description = "Null when it cannot be said") Customer customer,
    List<Map<String, String>> services,
    Map<String, String> ticket,
    List<String> tags,
    Mail mail,
    @Schema(description = "What would stop the order, or make it try again")
        List<String> problems) {

  /** What UTOPIA says. */
  enum Lookup {
    FOUND,
    NOT_OURS,
    FAILED
  }

  /** One of the two is null. */
  @Schema(name = "DryRunCustomer")
  record Customer(
      @Schema(description = "PowerCode's number of the customer that is there") String found,
      @Schema(description = "What a new customer would be made of") Map<String, String> create) {

    @Override
    public String toString() {
      return "Customer[" + found + "]";
    }
  }

  /** To the office, when all is done. */
  @Schema(name = "DryRunMail")
  record Mail(int recipients, String subject) {}

  static DryRunView without(String orderref, Lookup lookup, String problem) {
    return new DryRunView(
        orderref, lookup, null, List.of(), null, List.of(), null, List.of(problem));
  }

  @Override
  public String toString() {
    return "DryRunView[" + orderref + "]";
  }
}
