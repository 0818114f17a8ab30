package com.partnerbridges.xendit.access;

import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The token that a request carries: in the cookie, else in the header. */
final class PresentedToken {

  static final String SCHEME = "Bearer";

  private static final String COOKIE = "ATLASTOKEN";
  private static final int LONGEST = 4096;

  /** Anything else would be a header of its own on the way to Atlas, or no token of Atlas. */
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]+");

  private PresentedToken() {}

  /**
   * @return empty when there is none
   * @throws AuthenticationFailedException when it cannot be one
   */
  static Optional<String> of(HttpServerRequest request) {
    Optional<String> token =
        Optional.ofNullable(request.getCookie(COOKIE))
            .map(Cookie::getValue)
            .filter(value -> !value.isBlank())
            .or(() -> header(request.headers().getAll("Authorization")));
    if (token.filter(it -> it.length() > LONGEST || !VISIBLE.matcher(it).matches()).isPresent()) {
      throw new AuthenticationFailedException();
    }
    return token;
  }

  private static Optional<String> header(List<String> values) {
    if (values.size() > 1) {
      throw new AuthenticationFailedException();
    }
    return values.stream()
        .filter(value -> value.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
