package com.partnerbridges.dev.sandbox.iiko;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Speaks to a server as any client of iiko's would. */
final class IikoWire {
  static final String FORM = form(IikoSandboxClient.PASSWORD);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  IikoWire(URI base) {
    this.base = base.toString();
  }

  /** What a log-in sends. */
  static String form(String password) {
    return "login=api&pass=" + sha1(password);
  }

  static String sha1(String text) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return "%040x"
          .formatted(new BigInteger(1, sha1.digest(text.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> login(String form) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + "/resto/api/auth"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "text/plain")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  /** A new session's token. */
  String login() throws Exception {
    HttpResponse<String> answer = login(FORM);
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  HttpResponse<String> post(String path) throws Exception {
    return http.send(
        request(path, "").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> logout(String token) throws Exception {
    return http.send(
        request("/resto/api/logout", token).POST(BodyPublishers.noBody()).build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path, String token) throws Exception {
    return http.send(request(path, token).build(), BodyHandlers.ofString());
  }

  byte[] bytes(String path, String token) throws Exception {
    return http.send(request(path, token).build(), BodyHandlers.ofByteArray()).body();
  }

  InputStream stream(String path, String token) throws Exception {
    return http.send(request(path, token).build(), BodyHandlers.ofInputStream()).body();
  }

  Document xml(String path, String token) throws Exception {
    return parsed(bytes(path, token));
  }

  HttpResponse<String> bearer(String path, String token) throws Exception {
    return http.send(
        request(path, "").header("Authorization", "Bearer " + token).build(),
        BodyHandlers.ofString());
  }

  static Document parsed(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private HttpRequest.Builder request(String path, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    return token.isEmpty() ? request : request.header("Cookie", "key=" + token);
  }
}
