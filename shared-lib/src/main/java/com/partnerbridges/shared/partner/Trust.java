package com.partnerbridges.shared.partner;

import com.partnerbridges.shared.edge.UnusableSetting;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.TrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a partner's TLS certificate must be. Files are read when this is made, once: a file that
 * cannot be used is an {@link UnusableSetting}, whose message holds neither path nor password.
 */
public final class Trust {

  private static final Pattern FINGERPRINT =
      Pattern.compile("([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}");

  private final TrustOptions options;
  private final boolean hostIsChecked;
  private final boolean everybody;

  private Trust(TrustOptions options, boolean hostIsChecked, boolean everybody) {
    this.options = options;
    this.hostIsChecked = hostIsChecked;
    this.everybody = everybody;
  }

  /** Whom the Java runtime trusts. The host name is checked. */
  public static Trust system() {
    return new Trust(null, true, false);
  }

  /**
   * Whom the file names, and nobody else. The host name is checked.
   *
   * @param file PKCS#12 ({@code .p12, .pfx}), {@code .jks}, or certificates in PEM form
   * @param password of the first two; null when there is none
   */
  public static Trust store(Path file, String password) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    try {
      KeyStore store;
      if (name.endsWith(".p12") || name.endsWith(".pfx")) {
        store = load("PKCS12", file, password);
      } else if (name.endsWith(".jks")) {
        store = load("JKS", file, password);
      } else {
        store = of(certificates(file));
      }
      return of(store);
    } catch (IOException unreadable) {
      throw new UnusableSetting("there is no readable trust store with this password at the path");
    } catch (GeneralSecurityException broken) {
      throw new UnusableSetting("the file is no trust store, or an empty one");
    }
  }

  /**
   * This very certificate, whatever it says about hosts and times.
   *
   * @param certificate SHA-256 fingerprint in hexadecimal digits, with or without colons, or the
   *     path of a PEM file whose first certificate it is
   */
  public static Trust pinned(String certificate) {
    String text = certificate.strip();
    byte[] fingerprint =
        FINGERPRINT.matcher(text).matches()
            ? HexFormat.of().parseHex(text.replace(":", ""))
            : fingerprintOf(text);
    return new Trust(TrustOptions.wrap(new PinnedCertificate(fingerprint)), false, false);
  }

  /** Anybody: the calls are encrypted, but for whom is not known. */
  public static Trust none() {
    return new Trust(null, false, true);
  }

  /** Whether a call to an impostor would be noticed. */
  public boolean verifies() {
    return !everybody;
  }

  HttpClientOptions applyTo(HttpClientOptions client) {
    return client.setTrustOptions(options).setVerifyHost(hostIsChecked).setTrustAll(everybody);
  }

  private static byte[] fingerprintOf(String path) {
    try {
      X509Certificate first = (X509Certificate) certificates(Path.of(path)).iterator().next();
      return PinnedCertificate.fingerprint(first);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new UnusableSetting(
          "neither a SHA-256 fingerprint nor the path of a readable PEM certificate");
    } catch (GeneralSecurityException broken) {
      throw new UnusableSetting("the file holds no certificate in PEM form");
    }
  }

  private static KeyStore load(String type, Path file, String password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(type);
    try (InputStream content = Files.newInputStream(file)) {
      store.load(content, password == null ? null : password.toCharArray());
    }
    return store;
  }

  private static KeyStore of(Collection<? extends Certificate> certificates)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("trusted-" + ++number, certificate);
    }
    return store;
  }

  private static Trust of(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    // an empty store would be found out by the first call only
    if (store.size() == 0) {
      throw new GeneralSecurityException();
    }
    return new Trust(TrustOptions.wrap(trust.getTrustManagers()[0]), true, false);
  }

  /** At least one. */
  private static Collection<? extends Certificate> certificates(Path pem)
      throws IOException, GeneralSecurityException {
    try (InputStream content = Files.newInputStream(pem)) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(content);
      if (all.isEmpty()) {
        throw new GeneralSecurityException();
      }
      return all;
    }
  }
}
