package com.partnerbridges.shared.edge;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who calls, as far as the network tells. */
public final class ClientAddress {

  private static final int IPV4_BYTES = 4;

  /** Whoever has one IPv6 address has the rest of its network, too. */
  private static final int IPV6_NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * The client's address; empty when neither the proxy's word nor the connection is one.
   *
   * @param connection the other end of the connection, may be null
   * @param forwardedFor the values of {@code X-Forwarded-For}
   * @param trustedProxies how many proxies append to it: the outermost of them wrote the client's
   *     address, and what stands before that is the client's own invention
   */
  public static Optional<InetAddress> of(
      String connection, List<String> forwardedFor, int trustedProxies) {
    return forwarded(forwardedFor, trustedProxies)
        .flatMap(ClientAddress::parsed)
        .or(() -> Optional.ofNullable(connection).flatMap(ClientAddress::parsed));
  }

  /** What tells one client from another: of an IPv6 address, its network. */
  public static String key(Optional<InetAddress> client) {
    return client
        .map(InetAddress::getAddress)
        .map(bytes -> bytes.length == IPV4_BYTES ? bytes : Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
        .map(HexFormat.of()::formatHex)
        .orElse("unknown");
  }

  private static Optional<String> forwarded(List<String> values, int trustedProxies) {
    List<String> addresses =
        values.stream().flatMap(value -> Stream.of(value.split(",", -1))).toList();
    return trustedProxies > 0 && addresses.size() >= trustedProxies
        ? Optional.of(addresses.get(addresses.size() - trustedProxies).strip())
        : Optional.empty();
  }

  private static Optional<InetAddress> parsed(String address) {
    return Optional.ofNullable(NetUtil.createInetAddressFromIpAddressString(address));
  }
}
