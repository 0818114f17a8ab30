package com.partnerbridges.utopia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.powercode.SelfSignedCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowercodeTrustTest {

  private static final String PIN = "0f".repeat(32);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"true", "FALSE", " no ", "1", "off"})
  void verificationIsOnOrOff(String word) {
    assertThat(broken(Map.of("verify-ssl", word))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"treu", "yep", "disabled"})
  void aSlipOfTheFingerDoesNotTurnVerificationOff(String word) {
    assertThat(broken(Map.of("verify-ssl", word)))
        .containsOnlyKeys("PC_VERIFY_SSL")
        .containsValue("is neither true nor false");
  }

  @Test
  void aCertificateToCheckAndNoVerificationCannotBothBeMeant() {
    assertThat(broken(Map.of("verify-ssl", "false", "pinned-certificate", PIN)))
        .containsOnlyKeys("PC_VERIFY_SSL");
  }

  @Test
  void storeAndPinCannotBothBeMeant() throws Exception {
    assertThat(broken(Map.of("trust-store", store(), "pinned-certificate", PIN)))
        .containsOnlyKeys("PC_PINNED_CERTIFICATE");
  }

  @Test
  void whatCanBeUsedIsFine() throws Exception {
    assertThat(broken(Map.of())).isEmpty();
    assertThat(broken(Map.of("trust-store", store(), "verify-ssl", "true"))).isEmpty();
    assertThat(broken(Map.of("pinned-certificate", PIN))).isEmpty();
    assertThat(broken(Map.of("pinned-certificate", store()))).isEmpty();
  }

  @Test
  void aFileThatCannotBeUsedIsNamedByItsSetting() throws Exception {
    String text = Files.writeString(folder.resolve("text.pem"), "no certificate").toString();

    assertThat(broken(Map.of("trust-store", "absent.p12", "trust-store-password", "of-the-store")))
        .containsOnlyKeys("PC_TRUST_STORE")
        .allSatisfy((name, why) -> assertThat(why).doesNotContain("of-the-store"));
    assertThat(broken(Map.of("trust-store", text))).containsOnlyKeys("PC_TRUST_STORE");
    assertThat(broken(Map.of("pinned-certificate", text)))
        .containsOnlyKeys("PC_PINNED_CERTIFICATE");
    assertThat(broken(Map.of("pinned-certificate", "0f:0f")))
        .containsOnlyKeys("PC_PINNED_CERTIFICATE");
  }

  private String store() throws Exception {
    String pem = SelfSignedCertificate.create("127.0.0.1").certificatePem();
    return Files.writeString(folder.resolve("certificate.pem"), pem).toString();
  }

  private static Map<String, String> broken(Map<String, String> settings) {
    return new PowercodeTrust()
        .broken(
            name ->
                Optional.ofNullable(settings.get(name.substring("utopia.powercode.".length()))));
  }
}
