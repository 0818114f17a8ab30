package com.partnerbridges.dev.sandbox.iiko;

import java.util.HashMap;
import java.util.Map;

/**
 * How a server behaves; a null leaves it as it is.
 *
 * @param login user name
 * @param password in the clear; the server gets its SHA-1
 * @param slots number of licence slots
 * @param moduleBlocked no login at all, whoever asks
 * @param wrappedToken the token comes in quotes, with white space around it
 * @param jsonShape of the JSON variant
 * @param retryAfterSeconds what a 429 or 503 says; 0 = nothing
 * @param location where a redirect leads; empty = elsewhere on this server
 * @param oddities by operation; those that are not named stay
 */
public record IikoSettings(
    String login,
    String password,
    Integer slots,
    Boolean moduleBlocked,
    Boolean wrappedToken,
    JsonShape jsonShape,
    Integer retryAfterSeconds,
    String location,
    Map<String, Oddity> oddities) {
  static final String LOGIN = "api";
  static final String PASSWORD = "iiko-sandbox";
  static final IikoSettings USUAL =
      new IikoSettings(LOGIN, PASSWORD, 1, false, false, JsonShape.LIST, 1, "", Map.of());

  /** Changes nothing, until something is set. */
  public static final IikoSettings UNCHANGED =
      new IikoSettings(null, null, null, null, null, null, null, null, null);

  public IikoSettings {
    if (slots != null && slots < 0 || retryAfterSeconds != null && retryAfterSeconds < 0) {
      throw new IllegalArgumentException("slots and retryAfterSeconds must not be negative");
    }
    if (oddities != null && !IikoApi.LISTS.containsAll(oddities.keySet())) {
      throw new IllegalArgumentException("Lists are " + String.join(", ", IikoApi.LISTS));
    }
  }

  IikoSettings changedBy(IikoSettings change) {
    return new IikoSettings(
        either(change.login, login),
        either(change.password, password),
        either(change.slots, slots),
        either(change.moduleBlocked, moduleBlocked),
        either(change.wrappedToken, wrappedToken),
        either(change.jsonShape, jsonShape),
        either(change.retryAfterSeconds, retryAfterSeconds),
        either(change.location, location),
        merged(change.oddities));
  }

  Oddity oddity(String list) {
    return oddities.getOrDefault(list, Oddity.NONE);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "IikoSettings[login=%s, slots=%s]".formatted(login, slots);
  }

  private Map<String, Oddity> merged(Map<String, Oddity> more) {
    Map<String, Oddity> all = new HashMap<>(oddities);
    all.putAll(either(more, Map.of()));
    return all;
  }

  private static <T> T either(T change, T now) {
    return change == null ? now : change;
  }
}
