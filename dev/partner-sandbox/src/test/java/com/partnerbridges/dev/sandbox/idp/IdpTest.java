package com.partnerbridges.dev.sandbox.idp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.room.Json;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdpTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private PartnerSandbox sandbox;
  private IdpSandboxClient idp;

  @BeforeAll
  void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
    idp = new IdpSandboxClient(sandbox.url());
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    idp.reset();
  }

  @Test
  void tokenIsSignedByTheKeyThatIsTold() throws Exception {
    String[] parts = idp.token("ann", Map.of("cafe-1", "admin")).split("\\.");
    JsonNode key = Json.tree(jwks().body()).at("/keys/0");

    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(publicKey(key));
    signature.update((parts[0] + "." + parts[1]).getBytes(UTF_8));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    JsonNode header = decoded(parts[0]);
    assertThat(header.get("alg").asText()).isEqualTo("RS256");
    assertThat(header.get("kid")).isEqualTo(key.get("kid"));
  }

  @Test
  void tokenTellsWhoMayDoWhatForAnHour() {
    JsonNode claims = claims(idp.token("ann", Map.of("cafe-1", "admin")));

    assertThat(claims.get("iss").asText()).isEqualTo(IdpSandboxClient.ISSUER);
    assertThat(claims.get("aud").asText()).isEqualTo(IdpSandboxClient.AUDIENCE);
    assertThat(claims.get("sub").asText()).isEqualTo("ann");
    assertThat(claims.at("/accounts/cafe-1").asText()).isEqualTo("admin");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(3600);
    assertThat(claims.get("iat").asLong())
        .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond());
  }

  @Test
  void claimIsReplacedOrLeftOut() {
    Map<String, Object> changes = new HashMap<>();
    changes.put("iss", "somebody-else");
    changes.put("sub", null);

    JsonNode claims = claims(idp.token("ann", Map.of(), changes));

    assertThat(claims.get("iss").asText()).isEqualTo("somebody-else");
    assertThat(claims.has("sub")).isFalse();
  }

  @Test
  void resetKeepsTheKey() throws Exception {
    byte[] before = jwks().body();

    idp.reset();

    assertThat(jwks().body()).isEqualTo(before);
  }

  @Test
  void outageOfTheKeysIsSetAndEnds() throws Exception {
    idp.setFault("jwks", Fault.status(503).times(1));

    int[] statuses = {jwks().statusCode(), jwks().statusCode()};

    assertThat(statuses).containsExactly(503, 200);
  }

  private HttpResponse<byte[]> jwks() throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(sandbox.url() + "/idp/jwks")).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static PublicKey publicKey(JsonNode key) throws Exception {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(number(key.get("n")), number(key.get("e"))));
  }

  private static BigInteger number(JsonNode text) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(text.asText()));
  }

  private static JsonNode claims(String token) {
    return decoded(token.split("\\.")[1]);
  }

  private static JsonNode decoded(String part) {
    return Json.tree(Base64.getUrlDecoder().decode(part));
  }
}
