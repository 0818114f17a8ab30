package com.partnerbridges.dev.sandbox.idp;

import com.partnerbridges.dev.sandbox.room.ControlClient;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.util.Map;

/** Gets tokens for tests and demonstrations, in plain Java. */
public final class IdpSandboxClient extends ControlClient {
  /** Who its tokens are from. */
  public static final String ISSUER = IdpRoom.ISSUER;

  /** Whom they are for. */
  public static final String AUDIENCE = IdpRoom.AUDIENCE;

  private final ControlHttp http;

  public IdpSandboxClient(URI sandboxUrl) {
    super(sandboxUrl, IdpRoom.NAME);
    http = new ControlHttp(sandboxUrl);
  }

  /**
   * A token that is good for an hour.
   *
   * @param accounts {@code admin} or {@code member} by account id
   */
  public String token(String sub, Map<String, String> accounts) {
    return mint(new TokenWish(sub, accounts, null, null));
  }

  /**
   * Any token that this provider would sign.
   *
   * @param claims beside the usual ones or instead of them; null as a value leaves one out
   */
  public String token(String sub, Map<String, String> accounts, Map<String, Object> claims) {
    return mint(new TokenWish(sub, accounts, null, claims));
  }

  private String mint(TokenWish wish) {
    return Json.tree(http.call("POST", "/idp/token", wish)).path("token").asText();
  }
}
