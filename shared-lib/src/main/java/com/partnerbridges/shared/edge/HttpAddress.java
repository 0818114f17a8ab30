package com.partnerbridges.shared.edge;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * An absolute {@code http} or {@code https} address from the settings, without user, query and
 * fragment, and without a slash at its end.
 */
public record HttpAddress(URI uri) {

  /**
   * Read by the configuration.
   *
   * @throws UnusableSetting when the text is no such address
   */
  public static HttpAddress of(String text) {
    try {
      URI uri = new URI(text.strip().replaceAll("/+$", ""));
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean plain =
          uri.getUserInfo() == null && uri.getQuery() == null && uri.getFragment() == null;
      if (http && uri.getHost() != null && plain) {
        return new HttpAddress(uri);
      }
    } catch (URISyntaxException malformed) {
      // the same answer: the text may hold a secret, so it is not shown
    }
    throw new UnusableSetting("not an address such as https://host.example");
  }

  /** This address and a path below it, which begins with a slash and is escaped where needed. */
  public URI resolve(String path) {
    return URI.create(uri + path);
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
