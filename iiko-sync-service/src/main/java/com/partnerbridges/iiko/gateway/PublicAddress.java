package com.partnerbridges.iiko.gateway;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses belong to somebody out there, after the registries of IANA (RFC 6890). */
final class PublicAddress {

  private static final List<Range> NOT_PUBLIC_V4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /** Whatever embeds an IPv4 address (mapped, NAT64, compatible) lies outside of it. */
  private static final Range GLOBAL_V6 = Range.of("2000::/3");

  /** Teredo and other protocols' own, documentation, 6to4. */
  private static final List<Range> NOT_PUBLIC_V6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address
        ? NOT_PUBLIC_V4.stream().noneMatch(range -> range.has(bytes))
        : GLOBAL_V6.has(bytes) && NOT_PUBLIC_V6.stream().noneMatch(range -> range.has(bytes));
  }

  private static List<Range> ranges(String... cidrs) {
    return Arrays.stream(cidrs).map(Range::of).toList();
  }

  private record Range(byte[] first, int bits) {

    static Range of(String cidr) {
      String[] parts = cidr.split("/");
      try {
        return new Range(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    boolean has(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
