package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which servers may be called: users type their addresses, and none may lead into our own network.
 * The messages do not show the address, which may hold a password.
 */
final class AddressRules {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final boolean everywhere;
  private final Resolver resolver;

  /**
   * @param everywhere private addresses too, and without TLS
   */
  AddressRules(boolean everywhere, Resolver resolver) {
    this.everywhere = everywhere;
    this.resolver = resolver;
  }

  /**
   * Asks the resolver each time: a name may lead elsewhere by now.
   *
   * @param turn which of several addresses to take, 0 for the first
   */
  Target check(URI baseUrl, int turn) {
    checkForm(baseUrl);
    List<InetAddress> addresses = addressesOf(baseUrl.getHost());
    if (!everywhere && !addresses.stream().allMatch(PublicAddress::is)) {
      throw new IikoTrouble(
          Kind.ADDRESS_NOT_ALLOWED, "The server's address is not one of the public internet.");
    }
    boolean tls = "https".equalsIgnoreCase(baseUrl.getScheme());
    int port = baseUrl.getPort() > 0 ? baseUrl.getPort() : tls ? HTTPS : HTTP;
    String path = baseUrl.getRawPath().replaceAll("/+$", "");
    return new Target(tls, baseUrl.getHost(), port, path, addresses.get(turn % addresses.size()));
  }

  private void checkForm(URI url) {
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    if (!tls && !"http".equalsIgnoreCase(url.getScheme())
        || url.getHost() == null
        || url.getPort() == 0
        || url.getPort() > 0xFFFF) {
      throw new IikoTrouble(
          Kind.NOT_AN_IIKO_SERVER, "This is no address such as https://name.iiko.it.");
    }
    if (!tls && !everywhere) {
      throw new IikoTrouble(
          Kind.ADDRESS_NOT_ALLOWED, "The server's address must begin with https.");
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IikoTrouble(
          Kind.ADDRESS_NOT_ALLOWED,
          "The server's address must have no user name, no question mark and no hash sign.");
    }
  }

  private List<InetAddress> addressesOf(String host) {
    try {
      return resolver.addressesOf(host);
    } catch (UnknownHostException unknown) {
      throw new IikoTrouble(Kind.UNREACHABLE, "The server's name is not known.");
    }
  }
}
