package com.partnerbridges.dev.system;

import com.partnerbridges.dev.stack.LocalStack;
import com.partnerbridges.dev.stack.ServiceProcess;
import com.partnerbridges.dev.stack.StackOptions;
import java.nio.file.Path;
import java.util.List;

/** Three instances of iiko-sync-service on a database of their own, with little memory. */
final class IikoSuite {

  static final String NAME = "iiko-sync-service";
  static final int INSTANCES = 3;

  private static LocalStack stack;

  private IikoSuite() {}

  static synchronized LocalStack stack() {
    if (stack == null) {
      stack =
          LocalStack.start(
              StackOptions.forTests(Path.of("../.."), Path.of("target/stack-iiko"))
                  .withServices(NAME)
                  .withInstances(INSTANCES)
                  .withHeap("192m")
                  .withSetting("DUE_WORK_INTERVAL", "1s")
                  .withSetting("INVOICE_PIECE", "31d")
                  .withSetting("IIKO_REQUESTS_PER_MINUTE", "60000")
                  .withSetting("SYNC_LEASE", "20s")
                  // many accounts wait for one sandbox and one database
                  .withSetting("SYNC_MAX_ATTEMPTS", "20")
                  .withSetting("SYNC_RETRY_INITIAL_DELAY", "500ms"));
    }
    return stack;
  }

  /** All of them, running and ready. */
  static List<ServiceProcess> all() {
    return stack().services(NAME).stream().map(Suite::ready).toList();
  }

  /** The only instance that runs. */
  static ServiceProcess only() {
    List<ServiceProcess> instances = stack().services(NAME);
    instances.subList(1, INSTANCES).forEach(ServiceProcess::stop);
    return Suite.ready(instances.get(0));
  }

  static List<String> query(String sql) {
    return Suite.query(stack(), sql);
  }

  static long number(String sql) {
    return Long.parseLong(query(sql).get(0));
  }

  /** As if every lease were over; only while nobody is there who may hold one. */
  static void endLeases() {
    if (stack().services(NAME).stream().anyMatch(ServiceProcess::isRunning)) {
      throw new IllegalStateException("an instance that is running may hold a lease");
    }
    query(
        "update iiko.connection set lease_until = now() where holder is not null"
            + " returning account_id");
  }
}
