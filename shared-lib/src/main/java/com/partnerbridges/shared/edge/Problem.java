package com.partnerbridges.shared.edge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A refusal that the caller shall read, as RFC 9457 problem details: {@code status}, {@code title},
 * {@code detail}, a {@code code} that stays the same over releases ({@code PAYMENT_NOT_FOUND}), the
 * same code as {@code type} ({@code urn:problem:payment-not-found}), and members of its own. It
 * carries no stack trace: it is an answer, not a fault.
 */
public final class Problem extends RuntimeException {
  /** The media type of a problem's JSON. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final transient Map<String, Object> members;
  private final transient Map<String, String> headers;

  private Problem(Map<String, Object> members, Map<String, String> headers) {
    super((String) members.get("detail"), null, false, false);
    this.members = members;
    this.headers = headers;
  }

  /**
   * @param status the HTTP status, 400 to 599
   * @param code stable, in UPPER_SNAKE
   * @param detail a sentence for the caller, without internals, secrets or personal data
   */
  public static Problem of(int status, String code, String detail) {
    if (status < 400 || status > 599 || !CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("no problem: status " + status + ", code " + code);
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    members.put("title", HttpTitle.of(status));
    members.put("status", status);
    members.put("code", code);
    members.put("detail", detail);
    return new Problem(members, Map.of());
  }

  /**
   * The answer to a field that breaks a rule which no annotation can state, in the form of all
   * others.
   *
   * @param field the caller's own name of the field
   * @param message the rule, without the rejected value
   * @param type the rule's kind in one lower-case word
   */
  public static Problem invalid(String field, String message, String type) {
    return Refusals.validationFailed(List.of(new FieldError(field, message, type)));
  }

  /** The same problem with one more member (an {@code orderId}, say), or another title. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(more, headers);
  }

  /** The same problem with a response header, such as {@code Retry-After}. */
  public Problem withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(members, more);
  }

  public int status() {
    return (Integer) members.get("status");
  }

  public String code() {
    return (String) members.get("code");
  }

  /** All members in the order of their JSON. */
  public Map<String, Object> members() {
    return Collections.unmodifiableMap(members);
  }

  /** Of the response. */
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }
}
