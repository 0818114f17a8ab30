package com.partnerbridges.dev.deploy.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Command;
import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command that looks whether a service is ready, on a stand-in of the service. */
class HealthCheckTest {

  private HttpServer service;
  private volatile int status;

  @BeforeEach
  void start() throws IOException {
    service = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    service.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
  }

  @Test
  void aReadyServiceIsHealthy() throws Exception {
    status = 200;

    assertThat(check()).isZero();
  }

  @Test
  void oneThatIsNotReadyIsNot() throws Exception {
    status = 503;

    assertThat(check()).isNotZero();
  }

  @Test
  void oneThatDoesNotListenIsNot() throws Exception {
    service.stop(0);

    assertThat(check()).isNotZero();
  }

  private int check() throws Exception {
    List<String> command = command(Repository.services().get(0));
    for (String other : Repository.services()) {
      assertThat(command(other)).isEqualTo(command);
    }
    String port = ":" + service.getAddress().getPort();
    List<String> here =
        command.stream()
            .skip(1)
            .map(word -> word.replace("/8080", port.replace(':', '/')))
            .toList();
    return Command.run(Compose.FOLDER, Map.of(), here).exit();
  }

  private static List<String> command(String service) {
    return Compose.container(service).at("healthcheck", "test").each().map(Node::text).toList();
  }
}
