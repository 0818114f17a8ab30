package com.partnerbridges.utopia.order;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a person asks for. */
final class Wish {

  static final String LINE = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029]{0,100}";

  private static final String NOTE = "(?=.*\\S)[^\\p{Cc}\\p{Cs}\\u2028\\u2029]{1,500}";
  private static final String SERVICE = "service:[1-9][0-9]{0,8}";

  private Wish() {}

  /** An order to begin. */
  @Schema(name = "Start", examples = "{\"orderref\": \"UIA202511-038109\"}")
  record Start(@NotNull @Pattern(regexp = Orderref.FORM) String orderref) {}

  /** Going on with an order. */
  @Schema(name = "Retry", examples = "{\"repeat\": \"ticket\"}")
  record Retry(
      @Pattern(regexp = "ticket|" + SERVICE)
          @Schema(description = "An unclear step that PowerCode does not have, as you have seen")
          String repeat) {}

  /** Setting an order aside. */
  @Schema(name = "Resolution", examples = "{\"note\": \"Cancelled by the customer.\"}")
  record Resolution(@NotNull @Pattern(regexp = NOTE) String note) {}

  /** A step that a person has done. */
  @Schema(name = "StepByHand", examples = "{\"step\": \"ticket\", \"result\": \"20417\"}")
  record ByHand(
      @NotNull
          @Pattern(regexp = "lookup|customer|ticket|tags|mail|" + SERVICE)
          @Schema(description = "customer, service:<id>, ticket, tags or mail")
          String step,
      @Pattern(regexp = LINE)
          @Schema(
              description =
                  "PowerCode's number of the customer or the ticket; a remark for other steps")
          String result) {}

  /** Orders that stopped at about the same time, as when a partner was away. */
  @Schema(
      name = "Window",
      examples =
          "{\"state\": \"DEAD\", \"from\": \"2026-01-31T08:00:00Z\","
              + " \"to\": \"2026-01-31T17:30:00Z\"}")
  record Window(
      @NotNull @Schema(description = "NEEDS_ATTENTION or DEAD") OrderState state,
      @NotNull Instant from,
      @NotNull Instant to) {}
}
