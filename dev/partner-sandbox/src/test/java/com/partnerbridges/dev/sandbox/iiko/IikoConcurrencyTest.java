package com.partnerbridges.dev.sandbox.iiko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.sandbox.room.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class IikoConcurrencyTest extends IikoRig {
  private static final String STORES = "/resto/api/corporation/stores";
  private static final String SUPPLIERS = "/resto/api/suppliers";

  @Test
  void requestsOneAfterAnotherAreNotConcurrent() throws Exception {
    String token = iiko.login();

    for (int i = 0; i < 20; i++) {
      iiko.get(STORES, token);
    }
    iiko.logout(token);

    assertThat(control.use().concurrent()).isZero();
    assertThat(control.counter(IikoSandboxClient.STORES).calls()).isEqualTo(20);
  }

  @Test
  void requestThatBeginsBeforeTheOtherIsOverIsCounted() throws Exception {
    String token = iiko.login();
    control.bulk(IikoBulk.suppliers(100_000));
    try (InputStream unread = iiko.stream(SUPPLIERS, token)) {

      iiko.get(STORES, token);

      assertThat(unread.read()).isEqualTo('<');
    }
    assertThat(control.use().concurrent()).isEqualTo(1);
  }

  @Test
  void callerWhoHungUpMayAskAgain() throws Exception {
    String token = iiko.login();
    control.bulk(IikoBulk.suppliers(100_000));
    try (InputStream unread = iiko.stream(SUPPLIERS, token)) {
      assertThat(unread.read()).isEqualTo('<');
    }

    control.awaitUse(use -> use.bytes().containsKey(IikoSandboxClient.SUPPLIERS), PATIENCE);
    iiko.get(STORES, token);

    assertThat(control.use().concurrent()).isZero();
  }

  @Test
  void callerWhoHangsUpAndAsksAgainAtOnceIsNotConcurrent() throws Exception {
    String token = iiko.login();
    control.setFault(IikoSandboxClient.STORES, Fault.slow(Duration.ofMinutes(5)));
    for (int i = 0; i < 100; i++) {
      try (Socket caller = new Socket(sandbox.url().getHost(), sandbox.httpPort())) {
        String path = control.baseUrl().getPath() + STORES + "?key=" + token;
        String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
        caller.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        control.awaitUse(use -> use.open() == 1, PATIENCE);
      }

      iiko.get(SUPPLIERS, token);
    }

    assertThat(control.use().concurrent()).isZero();
  }

  @Test
  void restartEndsRequestsUnderWay() throws Exception {
    control.setFault(IikoSandboxClient.LOGIN, Fault.slow(Duration.ofMinutes(5)));
    CompletableFuture<?> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return iiko.login();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    control.awaitUse(use -> use.open() == 1, PATIENCE);

    control.restart();

    assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(IOException.class);
  }
}
