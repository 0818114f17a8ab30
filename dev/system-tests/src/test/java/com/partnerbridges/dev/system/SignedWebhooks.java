package com.partnerbridges.dev.system;

import com.partnerbridges.dev.sandbox.iute.IuteSandboxClient;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** Webhooks as Iute signs them, made with the sandbox's key so that thousands can be sent fast. */
final class SignedWebhooks {

  private final PrivateKey key;

  SignedWebhooks(IuteSandboxClient sandbox) {
    try {
      String base64 =
          sandbox.privateKeyPem().replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpRequest confirmation(URI service, String orderId) {
    return request(
        service.resolve("/iute/confirmation"),
        "{\"orderId\":\"%s\",\"description\":null,\"loanAmount\":100.00}".formatted(orderId));
  }

  static CompletableFuture<Integer> send(HttpRequest request) {
    return Http.send(request).thenApply(Http.Answer::status);
  }

  private HttpRequest request(URI address, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String timestamp = Long.toString(System.currentTimeMillis());
    return HttpRequest.newBuilder(address)
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .header("x-iute-timestamp", timestamp)
        .header("x-iute-signature", sign(bytes, timestamp))
        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
        .build();
  }

  private String sign(byte[] body, String timestamp) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(body);
      signature.update(timestamp.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
