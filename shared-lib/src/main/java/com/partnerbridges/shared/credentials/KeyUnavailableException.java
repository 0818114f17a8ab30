package com.partnerbridges.shared.credentials;

/**
 * The stored text names a key that the keyset does not have, or has disabled. The text may be
 * intact: set it aside until the key is back, do not overwrite it.
 */
public final class KeyUnavailableException extends CredentialException {

  private final String keyId;

  KeyUnavailableException(String keyId, boolean disabled) {
    super("Key '" + keyId + "' is " + (disabled ? "disabled" : "not in the keyset"));
    this.keyId = keyId;
  }

  /** Id of the key, as the stored text has it: 1 to 32 letters, digits, '_' and '-'. */
  public String keyId() {
    return keyId;
  }
}
