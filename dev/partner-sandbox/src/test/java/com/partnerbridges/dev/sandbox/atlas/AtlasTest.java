package com.partnerbridges.dev.sandbox.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtlasTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private PartnerSandbox sandbox;
  private AtlasSandboxClient control;

  @BeforeAll
  void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
    control = new AtlasSandboxClient(sandbox.url());
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    control.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "staff-local-token, PHOTOBOX, STAFF, 10",
    "admin-local-token, PHOTOBOX, ADMIN, 50",
    "super-local-token, ATLAS, SUPER_ADMIN, 100",
    "norole-local-token, WAREHOUSE, ADMIN, 50",
    "other-case-token, photobox, STAFF, 1",
  })
  void tokenTellsWhoItBelongsTo(String token, String app, String role, int level) throws Exception {
    HttpResponse<String> answer = me("Bearer " + token);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode envelope = json(answer);
    assertThat(envelope.get("success").asBoolean()).isTrue();
    assertThat(envelope.has("message")).isTrue();
    JsonNode user = envelope.get("data");
    for (String field : new String[] {"u_id", "u_username", "u_email", "u_full_name", "u_status"}) {
      assertThat(user.get(field).asText()).as(field).isNotBlank();
    }
    assertThat(user.get("roles"))
        .anySatisfy(
            one -> {
              assertThat(one.get("app_code").asText()).isEqualTo(app);
              assertThat(one.get("role_code").asText()).isEqualTo(role);
              assertThat(one.get("role_level").asInt()).isEqualTo(level);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer nobody", "staff-local-token", "Basic staff-local-token", "Bearer"})
  void anythingElseIsNotAuthenticated(String authorization) throws Exception {
    HttpResponse<String> answer = me(authorization);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(json(answer).get("success").asBoolean(true)).isFalse();
  }

  @Test
  void encryptedAnswerHidesTheWholeEnvelope() throws Exception {
    String plain = me("Bearer staff-local-token").body();
    control.encrypted(true);

    JsonNode answer = json(me("Bearer staff-local-token"));

    assertThat(answer.fieldNames()).toIterable().containsExactlyInAnyOrder("encrypted", "data");
    assertThat(answer.get("encrypted").asBoolean()).isTrue();
    assertThat(decrypted(answer.get("data").asText())).isEqualTo(plain);
  }

  @Test
  void userComesAndGoes() throws Exception {
    control.user("new-token", 77, "kiosk", 25, "PHOTOBOX");

    JsonNode user = json(me("Bearer new-token")).get("data");

    assertThat(user.get("u_id").asLong()).isEqualTo(77);
    assertThat(user.at("/roles/0/role_level").asInt()).isEqualTo(25);
    control.removeUser("new-token");
    assertThat(me("Bearer new-token").statusCode()).isEqualTo(401);
  }

  @Test
  void resetBringsTheUsersAndPlainAnswersBack() throws Exception {
    control.removeUser("staff-local-token");
    control.user("new-token", 77, "kiosk", 25, "PHOTOBOX");
    control.encrypted(true);

    control.reset();

    assertThat(json(me("Bearer staff-local-token")).has("success")).isTrue();
    assertThat(me("Bearer new-token").statusCode()).isEqualTo(401);
  }

  @Test
  void outageIsSetAndEnds() throws Exception {
    control.setFault("me", Fault.status(503).times(1));

    int[] statuses = {
      me("Bearer staff-local-token").statusCode(), me("Bearer staff-local-token").statusCode()
    };

    assertThat(statuses).containsExactly(503, 200);
    assertThat(control.counter("me").calls()).isEqualTo(2);
  }

  @Test
  void tokenIsMaskedInTheRecord() throws Exception {
    me("Bearer staff-local-token");

    assertThat(control.calls("me").get(0).headers()).containsEntry("authorization", "***");
  }

  private HttpResponse<String> me(String authorization) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/atlas/api/v1/auth/me"))
            .header("Authorization", authorization)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.tree(answer.body().getBytes());
  }

  /** As the contract says it, with the JDK alone. */
  private static String decrypted(String base64) throws Exception {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(
            Arrays.copyOf(AtlasSandboxClient.ENCRYPTION_KEY.getBytes("UTF-8"), 32), "AES"),
        new IvParameterSpec(Arrays.copyOf(AtlasSandboxClient.ENCRYPTION_IV.getBytes("UTF-8"), 16)));
    return new String(cipher.doFinal(Base64.getDecoder().decode(base64)), "UTF-8");
  }
}
