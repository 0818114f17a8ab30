package com.partnerbridges.dev.sandbox.iute;

import static com.partnerbridges.dev.sandbox.iute.KeyChoice.Age.NEW;
import static com.partnerbridges.dev.sandbox.iute.KeyChoice.Age.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.Receiver;
import com.partnerbridges.dev.sandbox.room.Fault;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IuteKeyTest extends IuteRig {

  @BeforeEach
  void create() throws Exception {
    createOrder();
  }

  @Test
  void anyPemNameServesTheKey() throws Exception {
    assertThat(iute.pem().statusCode()).isEqualTo(200);
    assertThat(iute.pem().body()).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("-----\n");
  }

  @Test
  void rotatedKeySignsAndIsServed() throws Exception {
    String before = iute.pem().body();

    control.rotateKey();

    control.approve(orderId);
    assertThat(IuteSignature.verify(iute.pem().body(), first())).isTrue();
    assertThat(IuteSignature.verify(before, first())).isFalse();
  }

  @Test
  void oldKeyCanSignAfterARotation() throws Exception {
    String before = iute.pem().body();

    control.rotateKey(new KeyChoice(OLD, NEW));

    control.approve(orderId);
    assertThat(IuteSignature.verify(before, first())).isTrue();
    assertThat(IuteSignature.verify(iute.pem().body(), first())).isFalse();
  }

  @Test
  void oldKeyCanStillBeServedAfterARotation() throws Exception {
    String before = iute.pem().body();

    control.rotateKey(new KeyChoice(NEW, OLD));

    assertThat(iute.pem().body()).isEqualTo(before);
    control.chooseKeys(new KeyChoice(NEW, NEW));
    assertThat(iute.pem().body()).isNotEqualTo(before);
  }

  @Test
  void privateKeySignsWhatTheServedKeyVerifies() throws Exception {
    String base64 = control.privateKeyPem().replaceAll("-----[A-Z ]+-----|\\s", "");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64))));

    signature.update("{}1700000000000".getBytes());

    String signed = Base64.getEncoder().encodeToString(signature.sign());
    Receiver.Received own =
        new Receiver.Received(
            "/",
            "{}".getBytes(),
            Map.of("x-iute-signature", signed, "x-iute-timestamp", "1700000000000"));
    assertThat(IuteSignature.verify(iute.pem().body(), own)).isTrue();
  }

  @Test
  void keyCanBeAwayWhileTheApiWorks() throws Exception {
    control.setFault("pem", Fault.status(503));

    assertThat(iute.pem().statusCode()).isEqualTo(503);

    assertThat(iute.me("sandbox-token").statusCode()).isEqualTo(200);
  }

  private Receiver.Received first() {
    return receiver.received().get(0);
  }
}
