package com.partnerbridges.shared.credentials;

/** A stored credential that cannot be read. Carries no plaintext and no key material. */
public abstract sealed class CredentialException extends RuntimeException
    permits KeyUnavailableException, TamperedException {

  CredentialException(String message) {
    super(message);
  }
}
