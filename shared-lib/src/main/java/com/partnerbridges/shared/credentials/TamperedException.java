package com.partnerbridges.shared.credentials;

/**
 * The stored text is not what was encrypted for this place: it was changed, cut, encrypted with
 * other associated data (moved here from another row or field) or with another key of the same id.
 */
public final class TamperedException extends CredentialException {

  TamperedException(String message) {
    super(message);
  }
}
