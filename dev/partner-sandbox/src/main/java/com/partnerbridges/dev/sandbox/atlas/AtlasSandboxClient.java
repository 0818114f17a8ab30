package com.partnerbridges.dev.sandbox.atlas;

import static com.partnerbridges.dev.sandbox.room.ControlHttp.encoded;

import com.partnerbridges.dev.sandbox.room.ControlClient;
import java.net.URI;

/** Atlas's control API for tests and demonstrations, in plain Java. */
public final class AtlasSandboxClient extends ControlClient {
  /** Level 10 in PHOTOBOX. */
  public static final String STAFF = "staff-local-token";

  /** Level 50 in PHOTOBOX. */
  public static final String ADMIN = "admin-local-token";

  /** SUPER_ADMIN of ATLAS, and no role in PHOTOBOX. */
  public static final String SUPER = "super-local-token";

  /** A role in another app only. */
  public static final String NO_ROLE = "norole-local-token";

  /** Level 1 in {@code photobox}. */
  public static final String OTHER_CASE = "other-case-token";

  /** Text of the key; its first 32 UTF-8 bytes are the key. */
  public static final String ENCRYPTION_KEY = AtlasCipher.KEY;

  /** Text of the initialisation vector. */
  public static final String ENCRYPTION_IV = AtlasCipher.IV;

  public AtlasSandboxClient(URI sandboxUrl) {
    super(sandboxUrl, AtlasRoom.NAME);
  }

  public void encrypted(boolean on) {
    put("/settings", new AtlasSettings(on));
  }

  /** Logs a user with one role in. */
  public void user(String token, long id, String username, int level, String appCode) {
    user(token, AtlasUser.of(id, username, new AtlasRole("STAFF", level, appCode)));
  }

  public void user(String token, AtlasUser user) {
    put("/users/" + encoded(token), user);
  }

  /** The token is worth nothing from now on. */
  public void removeUser(String token) {
    delete("/users/" + encoded(token));
  }
}
