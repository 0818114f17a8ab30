package com.partnerbridges.iute.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a point of sale asks for. */
@Schema(
    name = "CreatePayment",
    examples =
        """
        {"amount": 100.00, "currency": "EUR", "customerPhone": "+355691234567",
         "salesmanIdentifier": "salesman-7"}""")
public record CreatePayment(
    @NotNull
        @DecimalMin("0.01")
        @Digits(integer = 10, fraction = 2)
        @Schema(
            description = "Total in major units of the currency, two decimals at most.",
            examples = "100.00")
        BigDecimal amount,
    @NotNull
        @Pattern(regexp = Text.PHONE, message = "must be an E.164 number, such as +355691234567")
        @Schema(description = "The customer's Iute phone, E.164.", examples = "+355691234567")
        String customerPhone,
    @NotNull @Pattern(regexp = Text.LINE) @Schema(examples = "salesman-7")
        String salesmanIdentifier,
    @NotNull @Pattern(regexp = Text.CURRENCY) @Schema(examples = "EUR") String currency,
    @Pattern(regexp = Text.ORDER_ID)
        @Schema(description = "Yours, or leave it out and take ours from the answer.")
        String orderId,
    @Pattern(regexp = Text.LINE) @Schema(description = "Instead of the service's own POS_ID.")
        String posId,
    @Size(max = 100) List<@NotNull @Valid Item> items,
    @Pattern(regexp = Text.PIN) String userPin,
    @Pattern(regexp = Text.BIRTHDAY, message = "must be dd.MM.yyyy") String birthday,
    @Size(max = 20)
        Map<
                @NotNull @Pattern(regexp = Text.LINE) String,
                @NotNull @Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]{0,500}") String>
            metadata) {

  /** One line of the basket. */
  public record Item(
      @NotNull @Pattern(regexp = Text.LINE) String id,
      @NotNull @Pattern(regexp = Text.LINE) String displayName,
      @Pattern(regexp = Text.LINE) String sku,
      @NotNull @PositiveOrZero @Digits(integer = 10, fraction = 2) BigDecimal unitPrice,
      @NotNull @Min(1) @Max(1_000_000) Integer qty,
      @Pattern(regexp = Text.URL) String itemImageUrl,
      @Pattern(regexp = Text.URL) String itemUrl) {}

  @Override
  public String toString() {
    return "CreatePayment[" + orderId + "]";
  }
}
