package com.partnerbridges.dev.system;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.iute.IuteSandboxClient;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.stack.LocalStack;
import com.partnerbridges.dev.stack.ServiceProcess;
import com.partnerbridges.dev.stack.StackOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The packaged services, two instances of each, started once for all these tests; {@link
 * UtopiaSuite} has those of utopia-powercode-service, {@link IikoSuite} those of iiko-sync-service.
 */
final class Suite {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(10);

  /** Long enough to pay in time, short enough to wait for its end. */
  static final Duration QRIS_EXPIRY = Duration.ofSeconds(10);

  private static LocalStack stack;

  private Suite() {}

  static synchronized LocalStack stack() {
    if (stack == null) {
      stack =
          LocalStack.start(
              StackOptions.forTests(Path.of("../.."), Path.of("target/stack"))
                  .withServices("iute-service", "xendit-qris-service")
                  .withInstances(2)
                  .withSetting("RECONCILE_AFTER", "2s")
                  .withSetting("RECONCILE_MAX_INTERVAL", "2s")
                  .withSetting("DUE_WORK_INTERVAL", "1s")
                  .withSetting("QRIS_EXPIRY", QRIS_EXPIRY.toSeconds() + "s")
                  .withSetting("EXPIRY_GRACE", "1s")
                  .withSetting("CREATE_WINDOW", "4s")
                  .withSetting("XENDIT_READ_TIMEOUT", "3s")
                  .withSetting("XENDIT_BREAKER_DELAY", "1s")
                  .withSetting("ATLAS_BREAKER_DELAY", "1s")
                  .withSetting("RATE_PER_CLIENT", "1000000")
                  .withSetting("RATE_PER_TRANSACTION", "100000"));
    }
    return stack;
  }

  static ServiceProcess iute(int instance) {
    return ready("iute-service", instance);
  }

  static ServiceProcess xendit(int instance) {
    return ready("xendit-qris-service", instance);
  }

  static ServiceProcess ready(String name, int instance) {
    LocalStack home =
        switch (name) {
          case UtopiaSuite.NAME -> UtopiaSuite.stack();
          case IikoSuite.NAME -> IikoSuite.stack();
          default -> stack();
        };
    return ready(home.services(name).get(instance - 1));
  }

  /** An instance that is running and ready, whatever an earlier test did to it. */
  static ServiceProcess ready(ServiceProcess service) {
    if (!service.isRunning()) {
      service.start();
    }
    await("ready " + service.name(), service::isReady);
    return service;
  }

  static IuteSandboxClient iuteSandbox() {
    IuteSandboxClient sandbox = new IuteSandboxClient(stack().sandbox().url());
    sandbox.reset();
    return sandbox;
  }

  static XenditSandboxClient xenditSandbox() {
    XenditSandboxClient sandbox = new XenditSandboxClient(stack().sandbox().url());
    sandbox.reset();
    return sandbox;
  }

  static AtlasSandboxClient atlasSandbox() {
    AtlasSandboxClient sandbox = new AtlasSandboxClient(stack().sandbox().url());
    sandbox.reset();
    return sandbox;
  }

  static List<String> query(String sql) {
    return query(stack(), sql);
  }

  /** The first column of every row. */
  static List<String> query(LocalStack stack, String sql) {
    try (Connection connection = stack.postgres().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static void await(String what, BooleanSupplier condition) {
    await(what, PATIENCE, condition);
  }

  static void await(String what, Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + patience + ": " + what);
      }
      // the services need the processors more than the question does
      LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
    }
  }
}
