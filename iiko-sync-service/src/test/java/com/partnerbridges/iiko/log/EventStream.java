package com.partnerbridges.iiko.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/** Server-sent events, read one by one. */
final class EventStream implements AutoCloseable {

  private static final int LONGEST_SILENCE_MILLIS = 10_000;
  private static final String DATA = "data:";

  private final HttpURLConnection connection;
  private final BufferedReader lines;
  private Optional<String> ahead = Optional.empty();

  private EventStream(HttpURLConnection connection) throws IOException {
    this.connection = connection;
    lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
  }

  static EventStream open(String path, String token) {
    try {
      URI address = URI.create("http://127.0.0.1:" + RestAssured.port + path);
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setReadTimeout(LONGEST_SILENCE_MILLIS);
      connection.setRequestProperty("Authorization", "Bearer " + token);
      return new EventStream(connection);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  JsonNode next() {
    try {
      if (isAtItsEnd()) {
        throw new IllegalStateException("the stream has ended");
      }
      String data = ahead.orElseThrow().substring(DATA.length());
      ahead = Optional.empty();
      return new ObjectMapper().readTree(data);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The next one, which is no event. */
  String comment() {
    try {
      String line = lines.readLine();
      while (!line.startsWith(":")) {
        line = lines.readLine();
      }
      return line;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  boolean isAtItsEnd() {
    try {
      while (ahead.isEmpty()) {
        String line = lines.readLine();
        if (line == null) {
          return true;
        }
        ahead = Optional.of(line).filter(it -> it.startsWith(DATA));
      }
      return false;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
