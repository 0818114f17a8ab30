package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

  private static final String CONNECTION = "10.0.0.1";

  @ParameterizedTest
  @CsvSource({"0, 10.0.0.1", "1, 3.3.3.3", "2, 2.2.2.2", "3, 1.1.1.1", "4, 10.0.0.1"})
  void theOutermostTrustedProxyWroteTheClientsAddress(int trustedProxies, String client) {
    String key = key(CONNECTION, List.of("1.1.1.1, 2.2.2.2", "3.3.3.3"), trustedProxies);

    assertThat(key).isEqualTo(address(client));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gar-bage", "1.1.1", "1.1.1.1.1", "1.1.1.1:80", "localhost", ","})
  void whatIsNoAddressIsNotBelieved(String forwarded) {
    String key = key(CONNECTION, List.of(forwarded), 1);

    assertThat(key).isEqualTo(address(CONNECTION));
  }

  @Test
  void oneNetworkOfIpv6IsOneClient() {
    assertThat(address("2001:db8:1:2::1")).isEqualTo(address("2001:db8:1:2:3:4:5:6"));
    assertThat(address("2001:db8:1:2::1")).isNotEqualTo(address("2001:db8:1:3::1"));
  }

  @Test
  void ipv4WrittenAsIpv6IsTheSameClient() {
    assertThat(address("::ffff:1.1.1.1")).isEqualTo(address("1.1.1.1"));
  }

  private static String address(String connection) {
    return key(connection, List.of(), 0);
  }

  private static String key(String connection, List<String> forwardedFor, int trustedProxies) {
    return ClientAddress.key(ClientAddress.of(connection, forwardedFor, trustedProxies));
  }
}
