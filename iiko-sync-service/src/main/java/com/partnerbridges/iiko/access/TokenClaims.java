package com.partnerbridges.iiko.access;

import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What is read of a token that has been verified. */
final class TokenClaims {

  private static final String ACCOUNTS = "accounts";
  private static final String ACCOUNT_ID = "[A-Za-z0-9_-]{1,64}";
  private static final int LONGEST_NAME = 200;

  private TokenClaims() {}

  /** Empty for a token that names nobody. */
  static Optional<String> name(JsonWebToken token) {
    return Optional.ofNullable(token.getName())
        .map(name -> name.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029]", "").strip())
        .filter(name -> !name.isEmpty())
        .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)));
  }

  /** What is not an account's id with a role that we know gives no right. */
  static Map<String, AccountRole> accounts(JsonWebToken token) {
    Map<String, AccountRole> roles = new TreeMap<>();
    if (token.getClaim(ACCOUNTS) instanceof Map<?, ?> claimed) {
      claimed.forEach(
          (id, role) ->
              AccountRole.of(text(role))
                  .filter(known -> id.toString().matches(ACCOUNT_ID))
                  .ifPresent(known -> roles.put(id.toString(), known)));
    }
    return roles;
  }

  private static String text(Object claimed) {
    return claimed instanceof JsonString text ? text.getString() : String.valueOf(claimed);
  }
}
