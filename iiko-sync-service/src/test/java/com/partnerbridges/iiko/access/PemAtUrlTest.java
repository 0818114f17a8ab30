package com.partnerbridges.iiko.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The identity provider serves its one key as PEM. */
class PemAtUrlTest {

  private static final String ISSUER = "https://id.example";

  private final KeyPair theirs = keyPair();
  private HttpServer provider;
  private TokenReader reader;

  @BeforeEach
  void serves() throws Exception {
    provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] pem =
        ("-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(theirs.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n")
            .getBytes();
    provider.createContext(
        "/",
        call -> {
          call.sendResponseHeaders(200, pem.length);
          call.getResponseBody().write(pem);
          call.close();
        });
    provider.start();
    reader = new TokenReader("http://127.0.0.1:" + provider.getAddress().getPort() + "/key.pem");
  }

  @AfterEach
  void ends() {
    provider.stop(0);
  }

  @Test
  void itVerifiesTokensWhateverTheyCallIt() throws Exception {
    assertThat(reader.parse(token(theirs, "any"), rules()).getSubject()).isEqualTo("ann");
    assertThat(reader.parse(token(theirs, null), rules()).getSubject()).isEqualTo("ann");
  }

  @Test
  void itRefusesTokensOfAnotherKey() {
    assertThatThrownBy(() -> reader.parse(token(keyPair(), "any"), rules()))
        .isInstanceOf(ParseException.class);
  }

  private static JWTAuthContextInfo rules() {
    JWTAuthContextInfo rules = new JWTAuthContextInfo();
    rules.setIssuedBy(ISSUER);
    return rules;
  }

  private static String token(KeyPair key, String kid) throws Exception {
    long now = System.currentTimeMillis() / 1000;
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmHeaderValue("RS256");
    if (kid != null) {
      token.setKeyIdHeaderValue(kid);
    }
    token.setKey(key.getPrivate());
    token.setPayload(
        JsonUtil.toJson(
            Map.of("iss", ISSUER, "sub", "ann", "iat", now, "exp", now + 60, "upn", "ann")));
    return token.getCompactSerialization();
  }

  private static KeyPair keyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
