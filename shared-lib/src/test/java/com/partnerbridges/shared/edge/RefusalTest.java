package com.partnerbridges.shared.edge;

import static com.partnerbridges.shared.edge.ProblemAssert.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RefusalTest {
  private static final String PARCEL = "{\"weight\":1}";

  @TestHTTPResource URL server;

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/parcels/raw/more", "/"})
  void unknownAddressIsNotFound(String path) {
    Response response = given().get(path);

    assertProblem(response, 404, "NOT_FOUND");
  }

  @Test
  void wrongMethodIsNotAllowed() {
    Response response = given().delete("/parcels");

    assertProblem(response, 405, "METHOD_NOT_ALLOWED");
  }

  @Test
  void unacceptableFormatIsTold() {
    Response response = given().accept("text/csv").get("/parcels");

    assertProblem(response, 406, "NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gar bage", "{\"a\":1}", "text/json, gar bage", "/"})
  void unreadableFormatIsTold(String accept) {
    Response response = given().header("Accept", accept).get("/parcels");

    assertProblem(response, 406, "NOT_ACCEPTABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml"})
  void unsupportedMediaTypeIsTold(String type) {
    Response response = given().contentType(type).body(PARCEL).post("/parcels");

    assertProblem(response, 415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parcels", "/parcels/later", "/parcels/raw"})
  void bodyOverTheLimitIsTooLarge(String path) {
    Response response =
        given().contentType("application/json").body(new byte[20 * 1024 + 1]).post(path);

    assertProblem(response, 413, "BODY_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parcels", "/parcels/later", "/parcels/raw"})
  void chunkedBodyOverTheLimitIsTooLarge(String path) throws Exception {
    String head = "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    String chunk = Integer.toHexString(30_000) + "\r\n" + " ".repeat(30_000) + "\r\n0\r\n\r\n";

    String answer = exchange(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk);

    assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parcels?limit=%zz", "/%zz"})
  void addressThatIsNoUriIsRefusedBeforeAnyOfOurs(String path) throws Exception {
    String answer = exchange("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400").contains("content-length: 0");
  }

  @Test
  void problemHasItsMembersAndHeaders() {
    Response response = given().get("/parcels/42");

    assertProblem(response, 409, "PARCEL_ON_ITS_WAY");
    assertThat(response.jsonPath().getString("type")).isEqualTo("urn:problem:parcel-on-its-way");
    assertThat(response.jsonPath().getString("title")).isEqualTo("Conflict");
    assertThat(response.jsonPath().getString("detail")).isEqualTo("The parcel has left.");
    assertThat(response.jsonPath().getInt("parcel")).isEqualTo(42);
    assertThat(response.header("Retry-After")).isEqualTo("30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parcels/broken", "/parcels/wrong-answer"})
  void faultShowsNothingButAnIncident(String path) {
    Response response = given().get(path);

    assertProblem(response, 500, "INTERNAL");
    assertThat(response.jsonPath().getString("incident")).hasSize(36);
  }

  @Test
  void incidentIsFoundInTheLog() {
    List<String> lines = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger(ProblemMappers.class.getName());
    Handler recorder = recorder(lines);
    logger.addHandler(recorder);

    String incident = given().get("/parcels/broken").jsonPath().getString("incident");

    logger.removeHandler(recorder);
    assertThat(lines).containsExactly("Request failed, incident " + incident);
  }

  @ParameterizedTest
  @CsvSource({"/parcels/away, 503, SERVICE_UNAVAILABLE", "/parcels/teapot, 418, HTTP_418"})
  void otherRefusalsKeepTheirStatus(String path, int status, String code) {
    Response response = given().get(path);

    assertProblem(response, status, code);
  }

  private static Handler recorder(List<String> lines) {
    return new ExtHandler() {
      @Override
      protected void doPublish(ExtLogRecord line) {
        lines.add(line.getFormattedMessage());
      }
    };
  }

  private String exchange(String request) throws Exception {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
