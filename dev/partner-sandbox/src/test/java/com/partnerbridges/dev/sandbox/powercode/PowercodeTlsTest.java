package com.partnerbridges.dev.sandbox.powercode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class PowercodeTlsTest extends PowercodeRig {

  @Test
  void strangersDoNotTrustTheCertificate() {
    PowercodeWire stranger = new PowercodeWire(HttpClient.newHttpClient(), sandbox.tlsUrl());

    assertThatThrownBy(() -> stranger.form("createCustomer", customer()))
        .isInstanceOf(SSLHandshakeException.class);
    assertThat(control.customers()).isEmpty();
  }

  @Test
  void whoTrustsTheCertificateMeetsTheSamePowercode() throws Exception {
    PowercodeWire trusting = new PowercodeWire(trusting(certificate()), sandbox.tlsUrl());

    assertThat(trusting.form("createCustomer", customer()).statusCode()).isEqualTo(200);

    assertThat(control.accountsOf(siteid)).hasSize(1);
  }

  @Test
  void certificateIsForTheAddressAlone() throws Exception {
    URI otherName = URI.create("https://localhost:" + sandbox.tlsPort());
    PowercodeWire trusting = new PowercodeWire(trusting(certificate()), otherName);

    assertThatThrownBy(() -> trusting.form("createCustomer", customer()))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("localhost");
  }

  @Test
  void certificateIsSelfSignedAndValidNow() throws Exception {
    X509Certificate certificate = certificate();

    certificate.verify(certificate.getPublicKey());
    certificate.checkValidity(Date.from(Instant.now()));
    assertThat(certificate.getIssuerX500Principal())
        .isEqualTo(certificate.getSubjectX500Principal());
    assertThat(certificate.getVersion()).isEqualTo(3);
  }

  private X509Certificate certificate() throws Exception {
    byte[] pem = control.certificatePem().getBytes(StandardCharsets.US_ASCII);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  private static HttpClient trusting(X509Certificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("sandbox", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(tls).build();
  }
}
