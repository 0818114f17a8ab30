package com.partnerbridges.shared.edge;

import com.partnerbridges.shared.signature.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The API keys that a service accepts, known only by their SHA-256. Written as {@code
 * name:role:sha256hex} entries separated by commas. A name may have several keys, so that a new one
 * works before the old one is removed; a key may have several roles, one entry for each.
 */
public final class ApiKeys {
  private static final int LONGEST_KEY = 512;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  private final List<Entry> entries;

  private ApiKeys(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * @throws UnusableSetting naming the entry that is wrong, never its key
   */
  public static ApiKeys parse(String text) {
    List<Entry> entries = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      entries.add(entry(entries.size() + 1, entry.strip(), entries));
    }
    return new ApiKeys(entries);
  }

  /**
   * Whose key this is, with the roles of all its entries. Every entry is compared, in constant
   * time, so that the answer's time tells nothing about the keys.
   */
  public Optional<Caller> authenticate(String presentedKey) {
    if (presentedKey == null || presentedKey.isEmpty() || presentedKey.length() > LONGEST_KEY) {
      return Optional.empty();
    }
    byte[] presented = Sha256.digest(presentedKey);
    String name = null;
    Set<String> roles = new HashSet<>();
    for (Entry entry : entries) {
      if (MessageDigest.isEqual(entry.sha256, presented)) {
        name = entry.name;
        roles.add(entry.role);
      }
    }
    return Optional.ofNullable(name).map(it -> new Caller(it, roles));
  }

  /** The callers' names and roles, without their keys. */
  @Override
  public String toString() {
    return entries.toString();
  }

  private static Entry entry(int number, String text, List<Entry> before) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new UnusableSetting("entry " + number + " of the API keys is not name:role:sha256hex");
    }
    String name = parts[0].strip();
    if (!WORD.matcher(name).matches()) {
      throw new UnusableSetting("entry " + number + " of the API keys has no usable name");
    }
    String which = "entry " + number + " of the API keys (" + name + ")";
    String role = parts[1].strip();
    if (!WORD.matcher(role).matches()) {
      throw new UnusableSetting(which + " has no usable role");
    }
    String hex = parts[2].strip();
    if (!SHA_256.matcher(hex).matches()) {
      throw new UnusableSetting(which + " has no SHA-256 of 64 hex digits");
    }
    Entry entry = new Entry(name, role, HexFormat.of().parseHex(hex));
    if (before.stream().anyMatch(entry::isKeyOfSomebodyElse)) {
      throw new UnusableSetting(which + " repeats the key of another name");
    }
    return entry;
  }

  private record Entry(String name, String role, byte[] sha256) {
    boolean isKeyOfSomebodyElse(Entry other) {
      return !name.equals(other.name) && Arrays.equals(sha256, other.sha256);
    }

    @Override
    public String toString() {
      return name + ":" + role;
    }
  }
}
