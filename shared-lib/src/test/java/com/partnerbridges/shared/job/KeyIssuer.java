package com.partnerbridges.shared.job;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Issues tokens as Google does for a service account, and publishes its keys on loopback. */
final class KeyIssuer implements AutoCloseable {

  static final String AUDIENCE = "https://parcels.example";
  static final String EMAIL = "scheduler@project.iam.gserviceaccount.com";
  static final String ISSUER = "https://accounts.example";

  private final AtomicInteger fetches = new AtomicInteger();
  private final HttpServer server;
  private volatile RsaJsonWebKey key = newKey("first");
  private volatile boolean away;

  KeyIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/keys",
        exchange -> {
          fetches.incrementAndGet();
          byte[] json =
              new JsonWebKeySet(key)
                  .toJson(OutputControlLevel.PUBLIC_ONLY)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(away ? 500 : 200, json.length);
          exchange.getResponseBody().write(json);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
  }

  int fetches() {
    return fetches.get();
  }

  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  void changeKeyTo(String id) {
    key = newKey(id);
  }

  String token(Instant now) {
    return token(now, claims -> {}, signed -> {});
  }

  String token(Instant now, Consumer<JwtClaims> otherwise) {
    return token(now, otherwise, signed -> {});
  }

  /** A good token, otherwise than told. */
  String token(Instant now, Consumer<JwtClaims> otherwise, Consumer<JsonWebSignature> signing) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject("1234567890");
    claims.setClaim("email", EMAIL);
    claims.setClaim("email_verified", true);
    claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() + 3600));
    otherwise.accept(claims);
    JsonWebSignature signed = new JsonWebSignature();
    signed.setPayload(claims.toJson());
    signed.setAlgorithmHeaderValue("RS256");
    signed.setKeyIdHeaderValue(key.getKeyId());
    signed.setKey(key.getPrivateKey());
    signing.accept(signed);
    try {
      return signed.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  static RsaJsonWebKey newKey(String id) {
    try {
      RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
      made.setKeyId(id);
      made.setUse("sig");
      return made;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
