package com.partnerbridges.iiko.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.partnerbridges.shared.edge.Problem;
import io.vertx.mutiny.sqlclient.Row;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/** The place after a record in a list, as callers carry it: what is in it is no promise. */
record Cursor(Object key, String iikoId) {

  private static final char BETWEEN = '\n';

  static Cursor of(Row row) {
    return new Cursor(row.getValue("sort_key"), row.getString("iiko_id"));
  }

  /** A key may hold anything, an id no line break: it comes first. */
  String write() {
    byte[] text = (iikoId + BETWEEN + key).getBytes(UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  static Cursor read(String text, Listing.Order order) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      String both = UTF_8.newDecoder().decode(bytes).toString();
      int between = both.indexOf(BETWEEN);
      if (between < 1 || both.indexOf('\0') >= 0) {
        throw unreadable();
      }
      String key = both.substring(between + 1);
      return new Cursor(
          order == Listing.Order.NEWEST ? LocalDate.parse(key) : key, both.substring(0, between));
    } catch (IllegalArgumentException | CharacterCodingException | DateTimeParseException broken) {
      throw unreadable();
    }
  }

  private static Problem unreadable() {
    return Problem.invalid("after", "must be the next of an answer", "unreadable");
  }
}
