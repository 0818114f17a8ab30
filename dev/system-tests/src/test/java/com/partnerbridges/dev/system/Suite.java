package com.partnerbridges.dev.system;

import com.partnerbridges.dev.sandbox.iute.IuteSandboxClient;
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
import java.util.function.BooleanSupplier;

/** The packaged suite, two instances of each service, started once for all these tests. */
final class Suite {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static LocalStack stack;

  private Suite() {}

  static synchronized LocalStack stack() {
    if (stack == null) {
      stack =
          LocalStack.start(
              StackOptions.forTests(Path.of("../.."), Path.of("target/stack"))
                  .withInstances(2)
                  .withSetting("RECONCILE_AFTER", "2s")
                  .withSetting("DUE_WORK_INTERVAL", "1s"));
    }
    return stack;
  }

  /** An instance that is running and ready, whatever an earlier test did to it. */
  static ServiceProcess iute(int instance) {
    ServiceProcess service = stack().services("iute-service").get(instance - 1);
    if (!service.isRunning()) {
      service.start();
    }
    await("ready " + service.name(), service::isReady);
    return service;
  }

  static IuteSandboxClient sandbox() {
    IuteSandboxClient sandbox = new IuteSandboxClient(stack().sandbox().url());
    sandbox.reset();
    return sandbox;
  }

  /** The first column of every row. */
  static List<String> query(String sql) {
    try (Connection connection = stack().postgres().connect();
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
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + PATIENCE + ": " + what);
      }
      Thread.onSpinWait();
    }
  }
}
