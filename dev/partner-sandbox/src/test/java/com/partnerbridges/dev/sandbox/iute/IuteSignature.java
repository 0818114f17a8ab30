package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.Receiver;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Verification as the contract page says it, with the JDK alone. */
final class IuteSignature {
  private IuteSignature() {}

  static boolean verify(String pem, Receiver.Received webhook) throws Exception {
    String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64))));
    signature.update(webhook.body());
    signature.update(webhook.header("x-iute-timestamp").getBytes());
    return signature.verify(Base64.getDecoder().decode(webhook.header("x-iute-signature")));
  }
}
