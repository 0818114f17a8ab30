package com.partnerbridges.iiko.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProviderKeysTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Test
  void whatWasFetchedIsKeptWhileTheProviderIsAway() throws Exception {
    AtomicInteger status = new AtomicInteger(200);
    HttpServer provider =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    provider.createContext(
        "/",
        call -> {
          byte[] body =
              "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"c2VjcmV0\"}]}".getBytes();
          call.getResponseHeaders().set("Cache-Control", "max-age=1");
          call.sendResponseHeaders(status.get(), body.length);
          call.getResponseBody().write(body);
          call.close();
        });
    provider.start();
    try {
      var keys = new ProviderKeys("http://127.0.0.1:" + provider.getAddress().getPort() + "/");
      assertThat(keys.getJsonWebKeys()).hasSize(1);
      assertThat(keys.isAway()).isFalse();
      status.set(500);

      long latest = System.nanoTime() + SOON.toNanos();
      while (!keys.isAway() && System.nanoTime() < latest) {
        assertThat(keys.getJsonWebKeys()).hasSize(1);
      }

      assertThat(keys.isAway()).isTrue();
      assertThat(keys.getJsonWebKeys()).hasSize(1);
    } finally {
      provider.stop(0);
    }
  }
}
