package com.partnerbridges.utopia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.powercode.SelfSignedCertificate;
import com.partnerbridges.utopia.gateway.Trouble.Kind;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** PowerCode behind the certificate that its customers have: one that nobody signed. */
@QuarkusTest
class PowercodeTlsTest extends GatewayTest {

  private static final List<String> ACTIONS =
      OPERATIONS.stream().filter(it -> !it.equals("lookup")).toList();

  @TempDir static Path folder;
  private static PartnerSandbox partner;
  private static String pem;

  @BeforeAll
  static void start() {
    partner = PartnerSandbox.start("127.0.0.1", 0, 0);
    pem = new PowercodeSandboxClient(partner.url()).certificatePem();
  }

  @AfterAll
  static void stop() {
    partner.close();
  }

  @ParameterizedTest
  @FieldSource("ACTIONS")
  void systemTrustsNoneOfIt(String action) {
    tls("127.0.0.1", Map.of());

    assertNothingSent(action);
  }

  @Test
  void trustStoreOfCertificatesInPemIsTrusted() throws Exception {
    tls("127.0.0.1", Map.of("trust-store", file("trusted.pem", pem)));

    assertWorks();
  }

  @Test
  void trustStoreWithPasswordIsTrusted() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("powercode", certificate(pem));
    Path file = folder.resolve("trusted.p12");
    try (var out = Files.newOutputStream(file)) {
      store.store(out, "of-the-store".toCharArray());
    }

    tls(
        "127.0.0.1",
        Map.of("trust-store", file.toString(), "trust-store-password", "of-the-store"));

    assertWorks();
  }

  @ParameterizedTest
  @FieldSource("ACTIONS")
  void trustedCertificateIsNotForAnotherHost(String action) throws Exception {
    tls("localhost", Map.of("trust-store", file("trusted.pem", pem)));

    assertNothingSent(action);
  }

  @Test
  void pinnedCertificateIsTrustedByFingerprintOnAnyHost() throws Exception {
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(certificate(pem).getEncoded());

    tls("localhost", Map.of("pinned-certificate", HexFormat.ofDelimiter(":").formatHex(sha256)));

    assertWorks();
  }

  @Test
  void pinnedCertificateIsTrustedByFile() throws Exception {
    tls("127.0.0.1", Map.of("pinned-certificate", file("pinned.pem", pem)));

    assertWorks();
  }

  @ParameterizedTest
  @FieldSource("ACTIONS")
  void anotherThanThePinnedCertificateIsRefused(String action) throws Exception {
    String other = SelfSignedCertificate.create("127.0.0.1").certificatePem();
    tls("127.0.0.1", Map.of("pinned-certificate", file("other.pem", other)));

    assertNothingSent(action);
  }

  @Test
  void verificationCanBeOffAndIsWarnedOf() {
    PowercodeApi api = tls("localhost", Map.of("verify-ssl", "false"));

    api.warn(null);

    assertWorks();
    assertThat(log.lines()).anyMatch(it -> it.startsWith("PC_VERIFY_SSL is off"));
  }

  @Test
  void verificationIsNothingToWarnOf() {
    tls("localhost", Map.of()).warn(null);

    assertThat(log.lines()).noneMatch(it -> it.contains("PC_VERIFY_SSL"));
  }

  /** As the sandbox of this test has it, over TLS. */
  private PowercodeApi tls(String host, Map<String, String> trust) {
    Map<String, String> others =
        new HashMap<>(everybodyAt("https://" + host + ":" + partner.tlsPort()));
    trust.forEach((name, value) -> others.put("utopia.powercode." + name, value));
    return with(others);
  }

  private void assertWorks() {
    customerId = done(await(powercode.createCustomer(ORDER, customer("12 MAIN ST"))));
    done(await(powercode.addTag(ORDER, customerId, "Fiber")));
  }

  private void assertNothingSent(String action) {
    PowercodeSandboxClient control = new PowercodeSandboxClient(partner.url());
    int before = control.calls().size();

    Trouble trouble = trouble(call(action));

    assertThat(trouble.kind()).isEqualTo(Kind.NOTHING_HAPPENED);
    assertThat(trouble.why()).startsWith("SSLHandshakeException").contains("PC_TRUST_STORE");
    assertThat(control.calls()).hasSize(before);
  }

  private static String file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static Certificate certificate(String pem) throws Exception {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem.getBytes()));
  }
}
