package com.partnerbridges.shared.credentials;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a credential belongs, as ordered named parts: for example account, integration and field.
 * It is not stored with the encrypted text; decryption succeeds only with the same names and values
 * in the same order, so that text copied to another row or column cannot be read there.
 *
 * <pre>{@code AssociatedData.of("account", "42").and("field", "password")}</pre>
 *
 * <p>Immutable. Does not print its values.
 */
public final class AssociatedData {

  private final List<String> namesAndValues;

  private AssociatedData(List<String> namesAndValues) {
    this.namesAndValues = List.copyOf(namesAndValues);
  }

  /** Neither may be null; both are compared exactly as given. */
  public static AssociatedData of(String name, String value) {
    return new AssociatedData(List.of(name, value));
  }

  /** The same with one more part at the end. */
  public AssociatedData and(String name, String value) {
    List<String> longer = new ArrayList<>(namesAndValues);
    longer.add(name);
    longer.add(value);
    return new AssociatedData(longer);
  }

  /** Each string in UTF-8 after its length in four bytes, so that no two lists encode alike. */
  byte[] encodeAfter(String header) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    append(encoded, header);
    namesAndValues.forEach(text -> append(encoded, text));
    return encoded.toByteArray();
  }

  @Override
  public String toString() {
    return "AssociatedData[parts=" + namesAndValues.size() / 2 + "]";
  }

  private static void append(ByteArrayOutputStream encoded, String text) {
    byte[] bytes = StrictUtf8.encode(text);
    encoded.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    encoded.writeBytes(bytes);
  }
}
