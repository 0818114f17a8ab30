package com.partnerbridges.dev.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests byte by byte, since real clients refuse to send what they should not. */
public record RawHttp(String requestLine, Map<String, String> headers, byte[] body) {

  public record Answer(int status, String head, String body) {

    public boolean hasType(String mediaType) {
      return head.toLowerCase().contains("content-type: " + mediaType);
    }
  }

  /**
   * @param requestLine method and target, as they go over the wire
   */
  public static RawHttp of(String requestLine) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Host", "localhost");
    headers.put("Connection", "close");
    headers.put("Content-Type", "application/json");
    return new RawHttp(requestLine, headers, new byte[0]);
  }

  public RawHttp with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new RawHttp(requestLine, more, body);
  }

  public RawHttp with(byte[] newBody) {
    return new RawHttp(requestLine, headers, newBody);
  }

  public RawHttp with(String newBody) {
    return with(newBody.getBytes(UTF_8));
  }

  public Answer send() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(bytes());
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      String[] parts = answer.split("\r\n\r\n", 2);
      return new Answer(Integer.parseInt(parts[0].split(" ")[1]), parts[0], parts[1]);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Closes the connection without waiting for the answer, once this is done. */
  public void sendAndHangUp(Runnable meanwhile) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.getOutputStream().write(bytes());
      meanwhile.run();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private byte[] bytes() {
    StringBuilder head = new StringBuilder(requestLine).append(" HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!headers.containsKey("Content-Length")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }
}
