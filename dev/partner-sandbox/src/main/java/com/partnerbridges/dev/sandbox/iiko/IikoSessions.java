package com.partnerbridges.dev.sandbox.iiko;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who is logged in: each session holds a licence slot until it ends. */
final class IikoSessions {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final String MODULE = "2000";

  /** So that nobody reads the text of a 401. */
  private static final List<String> UNAUTHORIZED =
      List.of("", "Token is expired or invalid", "<html><body>Unauthorized</body></html>", "null");

  private final Clock clock;
  private final Map<String, Instant> endByToken = new LinkedHashMap<>();
  private long logins;
  private long refusedLogins;
  private long logouts;
  private long expired;
  private long unauthorized;
  private int mostHeld;

  IikoSessions(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param pass lower-case hexadecimal SHA-1 of the password
   * @return the new session's token
   */
  String login(String login, String pass, IikoSettings settings) {
    try {
      admit(login, pass, settings);
    } catch (Refused refused) {
      refusedLogins++;
      throw refused;
    }
    String token = UUID.randomUUID().toString();
    endByToken.put(token, clock.instant().plus(LIFE));
    logins++;
    mostHeld = Math.max(mostHeld, endByToken.size());
    return token;
  }

  void logout(String token) {
    require(token);
    endByToken.remove(token);
    logouts++;
  }

  void require(String token) {
    forgetExpired();
    if (token == null || !endByToken.containsKey(token)) {
      unauthorized++;
      throw new Refused(401, UNAUTHORIZED.get((int) (unauthorized % UNAUTHORIZED.size())));
    }
  }

  /** No session outlives a restart of the server. */
  void restart() {
    endByToken.clear();
  }

  IikoUse use(Requests requests) {
    forgetExpired();
    return new IikoUse(
        logins,
        refusedLogins,
        logouts,
        expired,
        endByToken.size(),
        mostHeld,
        requests.open(),
        requests.concurrent(),
        requests.bytes(),
        clock.instant());
  }

  private void admit(String login, String pass, IikoSettings settings) {
    forgetExpired();
    if (!settings.login().equals(login) || !sha1(settings.password()).equals(pass)) {
      throw new Refused(401, "Wrong login or password");
    }
    if (settings.moduleBlocked()) {
      throw new Refused(403, "Module " + MODULE + " is blocked within current license");
    }
    if (endByToken.size() >= settings.slots()) {
      throw new Refused(
          403, "License enhancement is required: no connections available for module " + MODULE);
    }
  }

  private void forgetExpired() {
    int before = endByToken.size();
    Instant now = clock.instant();
    endByToken.values().removeIf(end -> !end.isAfter(now));
    expired += before - endByToken.size();
  }

  private static String sha1(String password) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
