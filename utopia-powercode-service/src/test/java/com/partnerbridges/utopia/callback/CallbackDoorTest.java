package com.partnerbridges.utopia.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.Delivery;
import com.partnerbridges.dev.sandbox.utopia.CallbackOptions;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All protections are on: each one alone keeps a callback out. */
@QuarkusTest
@TestProfile(ProtectedDoor.class)
class CallbackDoorTest extends ServiceTest {

  private static final Map<String, String> RIGHT =
      Map.of("X-Hook-Key", "open-sesame", "X-Forwarded-For", "192.0.2.7");

  @BeforeEach
  void registerAsUtopiaWould() {
    register("/api-callback/" + ProtectedDoor.PATH, RIGHT);
    utopia.signWith(ProtectedDoor.SECRET);
  }

  @Test
  void whoeverHasEverythingComesIn() {
    assertThat(send(CallbackOptions.USUAL)).isEqualTo(200);
    assertThat(text("select kind from callback")).isEqualTo("NEW_ORDER");
  }

  @Test
  void thePreviousSecretStillSigns() {
    assertThat(send(CallbackOptions.USUAL.signedWith(ProtectedDoor.PREVIOUS_SECRET)))
        .isEqualTo(200);
  }

  @Test
  void anotherSecretDoesNot() {
    refused(401, CallbackOptions.USUAL.signedWith(ProtectedDoor.secret('c')));
  }

  // 300 seconds are let in; the one ahead comes nearer while the callback is on its way
  @ParameterizedTest
  @ValueSource(ints = {-301, 360})
  void aSignatureOfAnotherTimeDoesNot(int seconds) {
    refused(401, CallbackOptions.USUAL.timestampOffset(Duration.ofSeconds(seconds)));
  }

  @Test
  void anUnsignedCallbackDoesNot() {
    utopia.signNoMore();

    refused(401, CallbackOptions.USUAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"open-sesam", "OPEN-SESAME", "open-sesame,open-sesame", " "})
  void aWrongHeaderDoesNot(String value) {
    register(
        "/api-callback/" + ProtectedDoor.PATH,
        Map.of("X-Hook-Key", value, "X-Forwarded-For", "192.0.2.7"));

    refused(401, CallbackOptions.USUAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api-callback", "/api-callback/", "/api-callback/kept-between-us-1235"})
  void aWrongPathDoesNot(String path) {
    register(path, RIGHT);

    refused(404, CallbackOptions.USUAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.255|200",
        "2001:db8::1|200",
        "198.51.100.1, 192.0.2.7|200",
        "192.0.2.7, 198.51.100.1|403",
        "198.51.100.1|403",
        "192.0.3.1|403",
        "garbage|403",
        "''|403"
      })
  void onlyTheProxysWordForTheAddressCounts(String forwardedFor, int status) {
    register(
        "/api-callback/" + ProtectedDoor.PATH,
        Map.of("X-Hook-Key", "open-sesame", "X-Forwarded-For", forwardedFor));

    assertThat(send(CallbackOptions.USUAL)).isEqualTo(status);
  }

  private void register(String path, Map<String, String> headers) {
    utopia.register(URI.create("http://127.0.0.1:" + RestAssured.port + path), headers);
  }

  private int send(CallbackOptions options) {
    List<Delivery> deliveries = utopia.callback(newRef(), options);
    assertThat(deliveries).hasSize(1);
    return deliveries.get(0).status();
  }

  private void refused(int status, CallbackOptions options) {
    assertThat(send(options)).isEqualTo(status);
    assertThat(texts("select id from callback")).isEmpty();
    assertThat(texts("select orderref from orders")).isEmpty();
  }
}
