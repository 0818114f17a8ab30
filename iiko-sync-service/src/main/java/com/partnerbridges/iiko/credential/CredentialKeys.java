package com.partnerbridges.iiko.credential;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.credentials.CredentialCipher;
import com.partnerbridges.shared.credentials.Keyset;
import com.partnerbridges.shared.edge.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The keys in force. A file with keys is read again when it has changed; when the change is no
 * keyset, the last good one stays in force.
 */
@ApplicationScoped
class CredentialKeys {

  private static final Logger LOG = Logger.getLogger(CredentialKeys.class);

  private final Path file;
  private String fingerprint;
  private InForce inForce;
  private String fileError;

  CredentialKeys(IikoConfig config) {
    IikoConfig.Keys keys = config.keys();
    file = keys.file().orElse(null);
    fingerprint = file == null ? null : KeyFile.fingerprint(file);
    Optional<String> text = keys.keyset().or(keys::only).map(Secret::value);
    inForce = new InForce(text.map(Keyset::parse).orElseGet(() -> KeyFile.read(file)));
  }

  /** Keys and the cipher with them: who uses both must not see a change in between. */
  record InForce(Keyset keys, CredentialCipher cipher) {

    private InForce(Keyset keys) {
      this(keys, new CredentialCipher(keys));
    }
  }

  /** Looks at the file, so it is for worker threads. */
  synchronized InForce current() {
    if (file != null) {
      String now = KeyFile.fingerprint(file);
      if (!now.equals(fingerprint)) {
        fingerprint = now;
        readAgain();
      }
    }
    return inForce;
  }

  /** What is wrong with the file as it is now; empty when its keys are in force. */
  synchronized Optional<String> fileError() {
    return Optional.ofNullable(fileError);
  }

  private void readAgain() {
    try {
      inForce = new InForce(KeyFile.read(file));
      fileError = null;
      LOG.infof("credential keys read again: %s", inForce.keys());
    } catch (IllegalArgumentException unusable) {
      fileError = unusable.getMessage();
      LOG.errorf("credential keys cannot be read, the last good ones stay in force: %s", fileError);
    }
  }
}
