package com.partnerbridges.xendit.access;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What front ends on other origins get, encrypted, and how often. */
@QuarkusTest
@TestProfile(PublicSettings.class)
class PublicAnswersTest {

  private static final String ID = "TRX-1-20260301120000-0000000E";

  @ParameterizedTest
  @ValueSource(strings = {"/doors/public/" + ID, "/doors/public/" + ID + "/plain"})
  void thePlainJdkDecryptsTheWholeEnvelope(String path) throws Exception {
    Response response = given().get(path);

    response.then().statusCode(200).contentType("application/json");
    Map<String, String> body = response.jsonPath().getMap("");
    assertThat(body).containsOnlyKeys("data");
    JsonPath envelope = new JsonPath(decrypted(body.get("data")));
    assertThat(envelope.getMap(""))
        .isEqualTo(Map.of("success", true, "message", "Open, with care.", "data", ID));
  }

  @Test
  void tagsOfEncryptedAnswersStillWork() {
    String tag = given().get("/doors/public/" + ID).header("ETag");

    Response response = given().header("If-None-Match", tag).get("/doors/public/" + ID);

    response.then().statusCode(304).header("ETag", tag).body(equalTo(""));
  }

  @Test
  void refusalsAreReadable() {
    Response response = given().get("/doors/public/" + ID + "/missing");

    response.then().statusCode(404).body("details.code", equalTo("NOT_THERE"));
  }

  @Test
  void otherAnswersAreReadable() {
    Response response = given().get("/doors/open");

    response.then().statusCode(200).body("success", equalTo(true));
  }

  @Test
  void oneClientIsLimitedAndTheNextIsNot() {
    int let = 0;
    while (pollAs("203.0.113.7", let).statusCode() == 200) {
      let++;
    }

    assertThat(let).isBetween(60, 120); // the bucket fills up while it is emptied
    pollAs("203.0.113.8", let).then().statusCode(200);
  }

  @Test
  void aNamedOriginMayCallWithCredentialsAndReadTheMarks() {
    Response response = given().header("Origin", PublicSettings.FRONT_END).get("/doors/open");

    response.then().statusCode(200);
    response.then().header("Access-Control-Allow-Origin", PublicSettings.FRONT_END);
    response.then().header("Access-Control-Allow-Credentials", "true");
    response.then().header("Access-Control-Expose-Headers", containsString("X-Request-ID"));
  }

  @Test
  void anotherOriginIsRefused() {
    Response response = given().header("Origin", "https://stranger.example").get("/doors/open");

    response.then().statusCode(403);
  }

  private static Response pollAs(String client, int number) {
    return given()
        .header("X-Forwarded-For", "192.0.2." + number % 250 + ", " + client)
        .get("/doors/public/TRX-1-20260301120000-" + String.format("%08X", number));
  }

  private static String decrypted(String base64) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(PublicSettings.KEY.getBytes(UTF_8), "AES"),
        new IvParameterSpec(PublicSettings.IV.getBytes(UTF_8)));
    return new String(cipher.doFinal(Base64.getDecoder().decode(base64)), UTF_8);
  }
}
