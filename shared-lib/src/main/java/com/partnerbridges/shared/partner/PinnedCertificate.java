package com.partnerbridges.shared.partner;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts one certificate by its fingerprint. An extended trust manager, so that the Java runtime
 * adds no checks of its own: who pins a certificate has seen it.
 */
final class PinnedCertificate extends X509ExtendedTrustManager {

  private final byte[] pinned;

  PinnedCertificate(byte[] sha256) {
    this.pinned = sha256.clone();
  }

  static byte[] fingerprint(X509Certificate certificate) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    try {
      if (chain.length > 0 && MessageDigest.isEqual(pinned, fingerprint(chain[0]))) {
        return;
      }
    } catch (GeneralSecurityException unreadable) {
      throw new CertificateException("the certificate cannot be read", unreadable);
    }
    throw new CertificateException("not the pinned certificate");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
