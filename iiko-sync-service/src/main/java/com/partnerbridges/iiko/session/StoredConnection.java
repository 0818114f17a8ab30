package com.partnerbridges.iiko.session;

import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.shared.database.Database;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * An account's connection as it is stored, read by whoever has just taken its lease.
 *
 * @param username sealed, null when the account is not connected; so is the password
 */
public record StoredConnection(
    String accountId,
    URI baseUrl,
    IikoServer.Source source,
    ZoneId zone,
    String alertEmail,
    String username,
    String password,
    boolean isUsable,
    Optional<LeftBehind> leftBehind) {

  static final String COLUMNS =
      """
      account_id, base_url, source, time_zone, alert_email, username_sealed, password_sealed,
      key_state, session_sealed, session_url, session_since""";

  /** A session that nobody has logged out. */
  record LeftBehind(String sealedToken, URI baseUrl, Instant since) {

    private static Optional<LeftBehind> of(Row row) {
      return Optional.ofNullable(row.getString("session_sealed"))
          .map(
              token ->
                  new LeftBehind(
                      token,
                      URI.create(row.getString("session_url")),
                      Database.instant(row, "session_since")));
    }
  }

  static StoredConnection of(Row row) {
    String baseUrl = row.getString("base_url");
    return new StoredConnection(
        row.getString("account_id"),
        baseUrl == null ? null : URI.create(baseUrl),
        IikoServer.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
        ZoneId.of(row.getString("time_zone")),
        row.getString("alert_email"),
        row.getString("username_sealed"),
        row.getString("password_sealed"),
        "USABLE".equals(row.getString("key_state")),
        LeftBehind.of(row));
  }

  public boolean isConnected() {
    return password != null;
  }

  /** Shows nothing: what is sealed is nobody's business either. */
  @Override
  public String toString() {
    return "StoredConnection[" + accountId + "]";
  }
}
