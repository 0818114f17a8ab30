package com.partnerbridges.iiko.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Reads texts as if a server had sent them. */
abstract class RecordsTest {

  static final ZoneId ZONE = ZoneId.of("Europe/Rome");

  static <T> Collected<T> xml(Shape<T> shape, String text) throws IOException {
    return xml(shape, text.getBytes(StandardCharsets.UTF_8));
  }

  static <T> Collected<T> xml(Shape<T> shape, byte[] body) throws IOException {
    return all(shape, new XmlRecords(new ByteArrayInputStream(body), shape, ZONE));
  }

  static <T> Collected<T> json(Shape<T> shape, String text) throws IOException {
    return json(shape, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  static <T> Collected<T> json(Shape<T> shape, InputStream body) throws IOException {
    return all(shape, new JsonRecords(body, shape, ZONE));
  }

  static <T> Collected<T> all(Shape<T> shape, Records records) throws IOException {
    Collected<T> all = new Collected<>();
    for (Fields next = records.next(); next != null; next = records.next()) {
      try {
        all.record(next.as(shape));
      } catch (Unreadable unreadable) {
        all.unreadable(next.idOrNull(), unreadable.getMessage());
      }
    }
    return all;
  }
}
