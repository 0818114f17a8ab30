package com.partnerbridges.dev.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartnerSandboxTest {

  @Test
  void twoRunSideBySide() {
    try (PartnerSandbox one = PartnerSandbox.start("127.0.0.1", 0, 0);
        PartnerSandbox other = PartnerSandbox.start("127.0.0.1", 0, 0)) {
      assertThat(one.httpPort()).isPositive().isNotEqualTo(other.httpPort());
      assertThat(one.smtpPort()).isPositive().isNotEqualTo(other.smtpPort());
      assertThat(one.tlsPort()).isPositive().isNotEqualTo(other.tlsPort());
    }
  }

  @Test
  void closeEndsEveryThread() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    PartnerSandbox sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
    Set<Thread> own =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread))
            .filter(thread -> !thread.getName().startsWith("globalEventExecutor"))
            .collect(Collectors.toSet());

    sandbox.close();

    assertThat(own).isNotEmpty();
    for (Thread thread : own) {
      thread.join(Duration.ofSeconds(10).toMillis());
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  @Test
  void portInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> PartnerSandbox.start("0.0.0.0", port, 0))
          .hasMessageContaining("Sandbox cannot listen on 0.0.0.0:" + port);
      assertThatThrownBy(() -> PartnerSandbox.start("0.0.0.0", 0, port))
          .hasMessageContaining("Mail sink cannot listen on 0.0.0.0:" + port);
      assertThatThrownBy(() -> PartnerSandbox.start("0.0.0.0", 0, 0, port))
          .hasMessageContaining("Sandbox cannot listen on 0.0.0.0:" + port);
    }
  }

  @Test
  void unknownOptionIsNamed() {
    assertThatThrownBy(() -> SandboxOptions.parse("--prot", "1")).hasMessageContaining("--prot");
    assertThat(
            SandboxOptions.parse(
                "--port", "1", "--smtp-port", "2", "--tls-port", "3", "--host", "::1"))
        .isEqualTo(new SandboxOptions("::1", 1, 2, 3));
  }
}
