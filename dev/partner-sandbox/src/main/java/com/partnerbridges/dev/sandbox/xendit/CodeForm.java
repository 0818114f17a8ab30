package com.partnerbridges.dev.sandbox.xendit;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a code that somebody wants to create, and collects what Xendit would refuse in it. */
final class CodeForm {
  private static final long MOST_AMOUNT = 10_000_000;
  private static final String USUAL_CHANNEL = "ID_DANA";
  private static final Duration USUAL_LIFE = Duration.ofHours(48);

  private final JsonNode form;
  private final ApiVersion version;
  private final Instant now;
  private final List<Map<String, String>> errors = new ArrayList<>();

  CodeForm(JsonNode form, ApiVersion version, Instant now) {
    this.form = form;
    this.version = version;
    this.now = now;
  }

  XenditCode code() {
    String reference = text(version == ApiVersion.V1 ? "external_id" : "reference_id");
    check("type", "DYNAMIC".equals(text("type")), "must be DYNAMIC");
    check("amount", amountIsGood(), "must be a whole number from 1 to " + MOST_AMOUNT);
    URI callback = null;
    Instant expiry = now.plus(USUAL_LIFE);
    if (version == ApiVersion.V1) {
      // expires_at is no parameter of v1: the code stays payable
      callback = callback();
    } else {
      check("currency", "IDR".equals(text("currency")), "must be IDR");
      expiry = form.hasNonNull("expires_at") ? expiry() : expiry;
      JsonNode metadata = form.path("metadata");
      check("metadata", metadata.isObject() || !form.hasNonNull("metadata"), "must be an object");
    }
    if (!errors.isEmpty()) {
      throw new XenditRefusal(XenditError.API_VALIDATION_ERROR, "Validation failed", errors);
    }
    return XenditCode.fresh(
        reference,
        form.get("amount").longValue(),
        form.path("channel_code").asText(USUAL_CHANNEL),
        metadata(),
        callback,
        expiry,
        now);
  }

  private boolean amountIsGood() {
    JsonNode amount = form.path("amount");
    return amount.isIntegralNumber()
        && amount.canConvertToLong()
        && amount.longValue() >= 1
        && amount.longValue() <= MOST_AMOUNT;
  }

  private URI callback() {
    try {
      URI url = URI.create(text("callback_url"));
      check("callback_url", url.getHost() != null, "must be a URL");
      return url;
    } catch (IllegalArgumentException e) {
      check("callback_url", false, "must be a URL");
      return null;
    }
  }

  private Instant expiry() {
    try {
      Instant expiry = Instant.parse(form.path("expires_at").asText());
      check("expires_at", expiry.isAfter(now), "must be in the future");
      return expiry;
    } catch (DateTimeException e) {
      check("expires_at", false, "must be an ISO-8601 time");
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> metadata() {
    JsonNode metadata = form.path("metadata");
    return metadata.isObject() ? Json.read(Json.bytes(metadata), LinkedHashMap.class) : Map.of();
  }

  private String text(String field) {
    JsonNode value = form.path(field);
    check(field, value.isTextual() && !value.textValue().isBlank(), "is required");
    return value.asText();
  }

  private void check(String path, boolean good, String message) {
    if (!good && errors.stream().noneMatch(error -> error.get("path").equals(path))) {
      errors.add(Map.of("path", path, "message", message));
    }
  }
}
