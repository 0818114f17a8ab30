package com.partnerbridges.shared.credentials;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 keys by id. One, the primary, encrypts; every enabled one decrypts.
 *
 * <p>To change keys: add the new one as primary beside the old one, re-encrypt what {@link
 * CredentialCipher#needsReEncryption} names, then disable the old one, and remove it when nothing
 * asks for it any more. All instances need the new key before one of them has it as primary.
 *
 * <p>Immutable. Prints ids, never keys.
 */
public final class Keyset {

  static final String ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}";

  private static final int KEY_BYTES = 32;
  private static final Pattern ENTRY = Pattern.compile("([*-]?)(?:(" + ID + "):)?([^:]*)");

  private final Map<String, SecretKey> enabled = new LinkedHashMap<>();
  private final Set<String> disabled = new HashSet<>();
  private String primaryId;

  private Keyset(String text) {
    String[] entries = text.split(",", -1);
    for (int i = 0; i < entries.length; i++) {
      add(entries[i].strip(), entries.length == 1, "Keyset entry " + (i + 1));
    }
    if (primaryId == null) {
      throw new IllegalArgumentException("The keyset has no primary key: mark one with *");
    }
  }

  /**
   * Reads a keyset such as {@code 2024:<base64>,*2025:<base64>,-2023:<base64>}.
   *
   * <ul>
   *   <li>Entries are separated by commas; blanks around them do not count.
   *   <li>A key is standard Base64 of 32 random bytes: {@code openssl rand -base64 32}.
   *   <li>{@code *} marks the primary; exactly one, and not needed when there is one entry only.
   *   <li>{@code -} marks a disabled key.
   *   <li>An id has 1 to 32 letters, digits, '_' and '-' and begins with a letter or digit. Without
   *       an id (a bare key) one is derived from the key, always the same.
   * </ul>
   *
   * @throws IllegalArgumentException if the text is not like that; it names the entry by its
   *     position only, because a mistyped entry can have key material anywhere
   */
  public static Keyset parse(String text) {
    return new Keyset(text);
  }

  /** Id of the key that encrypts. */
  public String primaryId() {
    return primaryId;
  }

  /** Ids of the keys that decrypt, the primary included. */
  public Set<String> enabledIds() {
    return Set.copyOf(enabled.keySet());
  }

  /** Ids of the keys that are there and not used. */
  public Set<String> disabledIds() {
    return Set.copyOf(disabled);
  }

  SecretKey primary() {
    return enabled.get(primaryId);
  }

  SecretKey enabled(String id) {
    SecretKey key = enabled.get(id);
    if (key == null) {
      throw new KeyUnavailableException(id, disabled.contains(id));
    }
    return key;
  }

  @Override
  public String toString() {
    return "Keyset[primary=%s, enabled=%s, disabled=%s]"
        .formatted(primaryId, enabled.keySet(), disabled);
  }

  private void add(String entry, boolean only, String name) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(name + " is not of the form id:base64key");
    }
    SecretKey key = key(matcher.group(3), name);
    String id = matcher.group(2) == null ? derivedId(key) : matcher.group(2);
    if (enabled.containsKey(id) || disabled.contains(id)) {
      throw new IllegalArgumentException(name + " has the id of an earlier entry");
    }
    String mark = matcher.group(1);
    if (mark.equals("-")) {
      disabled.add(id);
      return;
    }
    enabled.put(id, key);
    if (mark.equals("*") || only) {
      if (primaryId != null) {
        throw new IllegalArgumentException(name + " is a second primary key");
      }
      primaryId = id;
    }
  }

  private static SecretKey key(String base64, String name) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // without the cause, whose message quotes the key
      throw new IllegalArgumentException(name + ": the key is not Base64");
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          name + ": the key has " + bytes.length + " bytes, not " + KEY_BYTES);
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** 32 bits are enough to tell a handful of keys apart and tell nothing about a random key. */
  private static String derivedId(SecretKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      byte[] digest = mac.doFinal(StrictUtf8.encode("keyset id"));
      return "k" + HexFormat.of().formatHex(digest, 0, 4);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is missing from this JDK", e);
    }
  }
}
