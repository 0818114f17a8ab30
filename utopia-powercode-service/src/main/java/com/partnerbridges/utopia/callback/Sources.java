package com.partnerbridges.utopia.callback;

import com.partnerbridges.shared.edge.UnusableSetting;
import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Addresses and networks that callbacks are taken from. */
final class Sources {

  private final List<IpSubnetFilterRule> networks;

  private Sources(List<IpSubnetFilterRule> networks) {
    this.networks = networks;
  }

  /**
   * @param texts {@code 192.0.2.7}, {@code 192.0.2.0/24}, {@code 2001:db8::/32}
   * @throws UnusableSetting when one is neither an address nor a network
   */
  static Sources of(List<String> texts) {
    return new Sources(texts.stream().map(Sources::network).toList());
  }

  /** An address that is not known is none of them. */
  boolean allow(Optional<InetAddress> client) {
    return client
        .map(address -> new InetSocketAddress(address, 0))
        .filter(address -> networks.stream().anyMatch(network -> network.matches(address)))
        .isPresent();
  }

  private static IpSubnetFilterRule network(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(parts[0]);
    if (address != null) {
      try {
        int bits = address.getAddress().length * Byte.SIZE;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
      } catch (IllegalArgumentException noPrefix) {
        // the answer below
      }
    }
    throw new UnusableSetting("must hold addresses or networks such as 192.0.2.0/24 only");
  }
}
