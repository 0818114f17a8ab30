package com.partnerbridges.dev.sandbox.powercode;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/**
 * A key and a certificate that nobody else signed, as PowerCode installations have them. The JDK
 * has no public way to make one, so it is written out here as RFC 5280 has it.
 *
 * @param keyPem PKCS#8
 * @param certificatePem for the address of the host alone, so that any other name is a wrong one
 */
public record SelfSignedCertificate(String keyPem, String certificatePem) {
  private static final X500Principal NAME = new X500Principal("CN=PowerCode in the sandbox");
  private static final byte[] ECDSA_WITH_SHA256 =
      Der.sequence(HexFormat.of().parseHex("06082a8648ce3d040302"));
  private static final byte[] BASIC_CONSTRAINTS = HexFormat.of().parseHex("0603551d13");
  private static final byte[] ALTERNATIVE_NAMES = HexFormat.of().parseHex("0603551d11");
  private static final byte[] VERSION_3 = {2};
  private static final int IP_ADDRESS = 0x87;
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  public static SelfSignedCertificate create(String host) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      KeyPair keys = generator.generateKeyPair();
      byte[] content = content(keys, InetAddress.getByName(host));
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(content);
      byte[] certificate =
          Der.sequence(
              content,
              ECDSA_WITH_SHA256,
              Der.value(Der.BIT_STRING, new byte[] {0}, signature.sign()));
      return new SelfSignedCertificate(
          pem("PRIVATE KEY", keys.getPrivate().getEncoded()), pem("CERTIFICATE", certificate));
    } catch (GeneralSecurityException | UnknownHostException e) {
      throw new IllegalStateException("No certificate for " + host, e);
    }
  }

  private static byte[] content(KeyPair keys, InetAddress address) {
    Instant now = Instant.now();
    byte[] serial = BigInteger.valueOf(now.toEpochMilli()).toByteArray();
    return Der.sequence(
        Der.value(0xa0, Der.value(Der.INTEGER, VERSION_3)),
        Der.value(Der.INTEGER, serial),
        ECDSA_WITH_SHA256,
        NAME.getEncoded(),
        Der.sequence(time(now.minus(Duration.ofDays(1))), time(now.plus(Duration.ofDays(365)))),
        NAME.getEncoded(),
        keys.getPublic().getEncoded(),
        Der.value(
            0xa3,
            Der.sequence(
                extension(BASIC_CONSTRAINTS, Der.value(Der.BOOLEAN, new byte[] {-1})),
                extension(ALTERNATIVE_NAMES, Der.value(IP_ADDRESS, address.getAddress())))));
  }

  private static byte[] extension(byte[] id, byte[] content) {
    return Der.sequence(id, Der.value(Der.OCTET_STRING, Der.sequence(content)));
  }

  private static byte[] time(Instant time) {
    return Der.value(Der.UTC_TIME, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
  }

  private static String pem(String type, byte[] content) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
  }
}
