package com.partnerbridges.dev.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackPortsTest {
  private static final ServiceSpec IUTE = ServiceSpec.ALL.get(0);

  @Test
  void portInUseIsNamedTogetherWithWhoAsksForIt() throws IOException {
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(StackPorts.HOST, 0));
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> StackPorts.requireFree(Map.of("iute-service", port)))
          .isInstanceOf(StackException.class)
          .hasMessageStartingWith("Port " + port + " (iute-service) is in use");
    }
  }

  @Test
  void offsetMovesEveryWellKnownPort() {
    StackPorts ports = StackPorts.offset(1000);

    assertThat(ports.postgres()).isEqualTo(16432);
    assertThat(ports.sandbox()).isEqualTo(9090);
    assertThat(ports.sandboxTls()).isEqualTo(9444);
    assertThat(ports.smtp()).isEqualTo(9025);
    assertThat(ports.service(IUTE, 1)).isEqualTo(9081);
  }

  @Test
  void furtherInstancesGetAFreePort() {
    StackPorts ports = StackPorts.offset(0);

    assertThat(ports.service(IUTE, 2)).isGreaterThan(1023).isNotEqualTo(IUTE.port());
  }

  @Test
  void offsetBeyondTheLastPortIsRefused() {
    assertThatThrownBy(() -> StackPorts.offset(StackPorts.MOST_OFFSET + 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
