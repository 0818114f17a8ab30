package com.partnerbridges.dev.sandbox.iute;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a posted order and collects what Iute would refuse in it, by field. */
final class OrderForm {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final List<String> CURRENCIES = List.of("EUR", "ALL", "MDL", "MKD");
  private static final List<String> GENDERS = List.of("MALE", "FEMALE");
  private static final DateTimeFormatter BIRTHDAY =
      DateTimeFormatter.ofPattern("dd.MM.uuuu").withResolverStyle(ResolverStyle.STRICT);

  private final JsonNode form;
  private final TreeMap<String, String> errors = new TreeMap<>();

  OrderForm(JsonNode form) {
    this.form = form;
  }

  /** Empty when the order is in order. */
  TreeMap<String, String> errors() {
    errors.clear();
    text("/orderId");
    text("/merchant/posIdentifier");
    text("/merchant/salesmanIdentifier");
    check("/myiutePhone", E164.matcher(text("/myiutePhone")).matches(), "must be E.164 with +");
    check("/currency", CURRENCIES.contains(text("/currency")), "must be one of " + CURRENCIES);
    JsonNode amount = form.at("/totalAmount");
    check("/totalAmount", amount.isNumber() && amount.decimalValue().signum() > 0, "must be > 0");
    optional("/gender", GENDERS.contains(form.at("/gender").asText()), "must be one of " + GENDERS);
    optional("/birthday", isBirthday(optionalText("/birthday")), "must be dd.MM.yyyy");
    optional("/items", form.at("/items").isArray(), "must be a list");
    for (String url : List.of("/merchant/userConfirmationUrl", "/merchant/userCancelUrl")) {
      optional(url, isHttpUrl(optionalText(url)), "must be an http(s) URL");
    }
    for (String sum : List.of("/shippingAmount", "/subtotal", "/taxAmount")) {
      optional(sum, form.at(sum).isNumber(), "must be a number");
    }
    return errors;
  }

  IuteOrder order() {
    Instant now = Instant.now();
    BigDecimal total = form.at("/totalAmount").decimalValue();
    return new IuteOrder(
        text("/orderId"),
        IuteStatus.PENDING,
        text("/myiutePhone"),
        total,
        text("/currency"),
        text("/merchant/posIdentifier"),
        text("/merchant/salesmanIdentifier"),
        optionalText("/merchant/userConfirmationUrl"),
        optionalText("/merchant/userCancelUrl"),
        now,
        now,
        1,
        false);
  }

  private String text(String field) {
    String value = optionalText(field);
    check(field, value != null && !value.isBlank(), "is required");
    return value == null ? "" : value;
  }

  private String optionalText(String field) {
    JsonNode value = form.at(field);
    return value.isTextual() ? value.textValue() : null;
  }

  private void optional(String field, boolean good, String message) {
    JsonNode value = form.at(field);
    check(field, good || value.isMissingNode() || value.isNull(), message);
  }

  private void check(String field, boolean good, String message) {
    if (!good) {
      errors.putIfAbsent(field.substring(1).replace('/', '.'), message);
    }
  }

  private static boolean isBirthday(String text) {
    try {
      return text != null && LocalDate.parse(text, BIRTHDAY) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isHttpUrl(String text) {
    try {
      String scheme = text == null ? null : URI.create(text).getScheme();
      return "http".equals(scheme) || "https".equals(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
