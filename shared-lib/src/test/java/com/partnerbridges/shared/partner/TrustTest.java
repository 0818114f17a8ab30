package com.partnerbridges.shared.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.shared.edge.UnusableSetting;
import com.partnerbridges.shared.partner.PartnerHttp.NeverSent;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {

  private static final HexFormat WITH_COLONS = HexFormat.ofDelimiter(":").withUpperCase();

  @TempDir static Path folder;
  private static Vertx vertx;
  private static TlsServer partner;
  private static TlsServer elsewhere;
  private static TlsServer expired;

  @BeforeAll
  static void start() throws Exception {
    vertx = Vertx.vertx();
    partner = new TlsServer(vertx, folder, "ip:127.0.0.1", "-1d");
    elsewhere = new TlsServer(vertx, folder, "ip:127.0.0.2", "-1d");
    expired = new TlsServer(vertx, folder, "ip:127.0.0.1", "-10d");
  }

  @AfterAll
  static void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void systemTrustsNoStranger() {
    assertRefused(Trust.system(), partner);
  }

  @ParameterizedTest
  @CsvSource({"PKCS12, .p12", "PKCS12, .PFX", "JKS, .jks"})
  void storeTrustsWhomItNames(String type, String ending) throws Exception {
    Trust trust = Trust.store(partner.store(folder, type, ending), TlsServer.PASSWORD);

    assertAnswered(trust, partner);
    assertRefused(trust, expired);
  }

  @Test
  void storeMayBeCertificatesInPem() throws Exception {
    Path bundle = folder.resolve("bundle.crt");
    Files.writeString(bundle, Files.readString(expired.pem(folder)));
    Files.writeString(
        bundle, Files.readString(bundle) + "\n" + Files.readString(partner.pem(folder)));

    assertAnswered(Trust.store(bundle, null), partner);
    assertRefused(Trust.store(bundle, null), elsewhere);
  }

  @Test
  void whoIsInTheStoreIsTrustedUnderTheRightNameOnly() throws Exception {
    assertRefused(Trust.store(elsewhere.pem(folder), null), elsewhere);
  }

  @Test
  void pinnedIsThisCertificateWhateverItSays() throws Exception {
    byte[] fingerprint = PinnedCertificate.fingerprint(elsewhere.certificate());

    assertAnswered(Trust.pinned(HexFormat.of().formatHex(fingerprint)), elsewhere);
    assertAnswered(Trust.pinned(" " + WITH_COLONS.formatHex(fingerprint) + "\n"), elsewhere);
    assertAnswered(Trust.pinned(elsewhere.pem(folder).toString()), elsewhere);
    assertAnswered(Trust.pinned(expired.pem(folder).toString()), expired);
  }

  @Test
  void pinnedIsNoOtherCertificate() throws Exception {
    Trust trust = Trust.pinned(elsewhere.pem(folder).toString());

    assertRefused(trust, partner);
    assertRefused(trust, expired);
  }

  @Test
  void noneTakesAnybody() {
    assertAnswered(Trust.none(), elsewhere);
    assertAnswered(Trust.none(), expired);
    assertThat(Trust.none().verifies()).isFalse();
    assertThat(Trust.system().verifies()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent.pem", "absent.p12", "absent.jks", "empty.pem", "text.p12", "."})
  void whatIsNoStoreIsAnUnusableSetting(String name) throws Exception {
    Path file = broken(name);

    assertThatThrownBy(() -> Trust.store(file, "wrong-password"))
        .isInstanceOf(UnusableSetting.class)
        .hasMessageStartingWith("cannot be used: ")
        .hasMessageNotContainingAny("wrong-password", name.length() > 1 ? name : "/tmp");
  }

  @Test
  void storeWithAnotherPasswordIsAnUnusableSetting() throws Exception {
    Path file = partner.store(folder, "PKCS12", "-locked.p12");

    assertThatThrownBy(() -> Trust.store(file, "wrong-password"))
        .isInstanceOf(UnusableSetting.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent.pem", "empty.pem", "text.p12", "AB:CD", "\0", ""})
  void whatIsNoCertificateIsAnUnusableSetting(String name) throws Exception {
    String pinned = name.contains(".") ? broken(name).toString() : name;

    assertThatThrownBy(() -> Trust.pinned(pinned)).isInstanceOf(UnusableSetting.class);
  }

  private static Path broken(String name) throws Exception {
    Path file = folder.resolve(name);
    if (!name.startsWith("absent") && !name.equals(".")) {
      Files.writeString(file, name.startsWith("empty") ? "" : "no certificate");
    }
    return file;
  }

  private static void assertAnswered(Trust trust, TlsServer server) {
    assertThat(call(trust, server.address()).status()).isEqualTo(200);
  }

  /** Refused before the partner heard anything. */
  private static void assertRefused(Trust trust, TlsServer server) {
    int before = server.calls();
    assertThatThrownBy(() -> call(trust, server.address()))
        .isInstanceOf(NeverSent.class)
        .hasMessage("SSLHandshakeException");
    assertThat(server.calls()).isEqualTo(before);
  }

  private static PartnerHttp.Reply call(Trust trust, URI address) {
    PartnerHttp http =
        new PartnerHttp(
            vertx,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            1000,
            new PartnerHttpOptions(1, false, trust));
    return http.get(address, Map.of()).await().indefinitely();
  }
}
