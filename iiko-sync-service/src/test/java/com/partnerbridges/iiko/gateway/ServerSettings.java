package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.IikoConfig;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;

/** How a test's gateway talks to servers. */
record ServerSettings(
    boolean allowPrivateAddresses,
    Duration connectTimeout,
    Duration readTimeout,
    MemorySize maxResponseSize,
    int attempts,
    Duration retryDelay,
    int requestsPerMinute,
    Duration tokenRefreshInterval)
    implements IikoConfig.Server {

  static final ServerSettings USUAL =
      new ServerSettings(
          true,
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          bytes(512L << 20),
          3,
          Duration.ofMillis(1),
          60_000,
          Duration.ofSeconds(3000));

  ServerSettings reading(Duration timeout) {
    return new ServerSettings(
        allowPrivateAddresses,
        connectTimeout,
        timeout,
        maxResponseSize,
        attempts,
        retryDelay,
        requestsPerMinute,
        tokenRefreshInterval);
  }

  ServerSettings upTo(long size) {
    return new ServerSettings(
        allowPrivateAddresses,
        connectTimeout,
        readTimeout,
        bytes(size),
        attempts,
        retryDelay,
        requestsPerMinute,
        tokenRefreshInterval);
  }

  ServerSettings publicOnly() {
    return new ServerSettings(
        false,
        connectTimeout,
        readTimeout,
        maxResponseSize,
        attempts,
        retryDelay,
        requestsPerMinute,
        tokenRefreshInterval);
  }

  ServerSettings perMinute(int requests) {
    return new ServerSettings(
        allowPrivateAddresses,
        connectTimeout,
        readTimeout,
        maxResponseSize,
        attempts,
        retryDelay,
        requests,
        tokenRefreshInterval);
  }

  private static MemorySize bytes(long size) {
    return new MemorySize(BigInteger.valueOf(size));
  }
}
