package com.partnerbridges.iiko.credential;

import com.partnerbridges.shared.credentials.AssociatedData;
import com.partnerbridges.shared.credentials.CredentialCipher;
import com.partnerbridges.shared.edge.Secret;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Seals accounts' credentials for storage and opens them again. What was sealed for one account and
 * field opens for no other. May look at the file with the keys: for worker threads.
 */
@ApplicationScoped
public class CredentialVault {

  private static final String USERNAME = "username";
  private static final String PASSWORD = "password";
  private static final String SESSION = "session";

  private final CredentialKeys keys;

  CredentialVault(CredentialKeys keys) {
    this.keys = keys;
  }

  /** A login, in the clear. */
  public record Login(Secret username, Secret password) {}

  /** A login, fit to be stored. */
  public record Sealed(String username, String password, String keyId) {}

  public Sealed seal(String accountId, Login login) {
    CredentialKeys.InForce inForce = keys.current();
    return seal(inForce, accountId, login);
  }

  static Sealed seal(CredentialKeys.InForce inForce, String accountId, Login login) {
    CredentialCipher cipher = inForce.cipher();
    return new Sealed(
        cipher.encrypt(login.username().value(), place(accountId, USERNAME)),
        cipher.encrypt(login.password().value(), place(accountId, PASSWORD)),
        inForce.keys().primaryId());
  }

  /**
   * @throws com.partnerbridges.shared.credentials.KeyUnavailableException when its key is not there
   * @throws com.partnerbridges.shared.credentials.TamperedException when it is not what was sealed
   */
  public Login open(String accountId, String username, String password) {
    return open(keys.current(), accountId, username, password);
  }

  static Login open(
      CredentialKeys.InForce inForce, String accountId, String username, String password) {
    CredentialCipher cipher = inForce.cipher();
    return new Login(
        Secret.of(cipher.decrypt(username, place(accountId, USERNAME))),
        Secret.of(cipher.decrypt(password, place(accountId, PASSWORD))));
  }

  /** The token of a session that has to be logged out. */
  public String sealSession(String accountId, Secret token) {
    return keys.current().cipher().encrypt(token.value(), place(accountId, SESSION));
  }

  /** Throws as {@link #open} does. */
  public Secret openSession(String accountId, String sealed) {
    return Secret.of(keys.current().cipher().decrypt(sealed, place(accountId, SESSION)));
  }

  private static AssociatedData place(String accountId, String field) {
    return AssociatedData.of("account", accountId).and("integration", "iiko").and("field", field);
  }
}
