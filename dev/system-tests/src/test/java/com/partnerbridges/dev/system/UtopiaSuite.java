package com.partnerbridges.dev.system;

import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.stack.LocalStack;
import com.partnerbridges.dev.stack.ServiceProcess;
import com.partnerbridges.dev.stack.StackOptions;
import com.partnerbridges.dev.testkit.MoodyMailServer;
import com.partnerbridges.dev.testkit.MoodyMailServer.Mood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Three instances of utopia-powercode-service on a database of their own. */
final class UtopiaSuite {

  static final String NAME = "utopia-powercode-service";
  static final int INSTANCES = 3;

  /** Longer than a test holds an order in the middle of a call, or a busy machine holds anybody. */
  static final String READ_TIMEOUT = "6s";

  static final Path AUDIT_FOLDER = Path.of("target").toAbsolutePath();

  static final MoodyMailServer MAIL = new MoodyMailServer();

  private static LocalStack stack;

  private UtopiaSuite() {}

  static synchronized LocalStack stack() {
    if (stack == null) {
      stack =
          LocalStack.start(
              StackOptions.forTests(Path.of("../.."), Path.of("target/stack-utopia"))
                  .withServices(NAME)
                  .withInstances(INSTANCES)
                  .withSetting(
                      "AUDIT_LOG_FILE", AUDIT_FOLDER.resolve("audit-{name}.log").toString())
                  .withSetting("MAIL_PORT", Integer.toString(MAIL.port()))
                  .withSetting("MAIL_TIMEOUT", "5s")
                  .withSetting("DUE_WORK_INTERVAL", "1s")
                  .withSetting("ORDER_RETRY_INITIAL_DELAY", "500ms")
                  .withSetting("ORDER_LEASE", "25s")
                  .withSetting("PC_READ_TIMEOUT", READ_TIMEOUT)
                  .withSetting("UTOPIA_READ_TIMEOUT", READ_TIMEOUT)
                  .withSetting("PC_BREAKER_DELAY", "1s")
                  .withSetting("UTOPIA_BREAKER_DELAY", "1s"));
    }
    return stack;
  }

  /** All of them, running and ready; partners and mail server at their best, with no memory. */
  static List<ServiceProcess> all() {
    atTheirBest();
    return stack().services(NAME).stream().map(Suite::ready).toList();
  }

  /** The only instance that runs. */
  static ServiceProcess only() {
    atTheirBest();
    List<ServiceProcess> instances = stack().services(NAME);
    instances.subList(1, INSTANCES).forEach(ServiceProcess::stop);
    return Suite.ready(instances.get(0));
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static UtopiaSandboxClient utopia() {
    return new UtopiaSandboxClient(stack().sandbox().url());
  }

  static PowercodeSandboxClient powercode() {
    return new PowercodeSandboxClient(stack().sandbox().url());
  }

  static List<String> query(String sql) {
    return Suite.query(stack(), sql);
  }

  /** As if every lease were over; only while nobody is there who may hold one. */
  static void endLeases() {
    if (stack().services(NAME).stream().anyMatch(ServiceProcess::isRunning)) {
      throw new IllegalStateException("an instance that is running may hold a lease");
    }
    query(
        "update utopia.orders set next_attempt_at = now() where next_attempt_at is not null"
            + " returning orderref");
  }

  /** A letter that could not be sent would wait for a minute. */
  static void hurryLetters() {
    query(
        "update utopia.letter set next_attempt_at = now() where state = 'QUEUED' returning subject");
  }

  static void awaitLetters() {
    Suite.await(
        "every letter is sent",
        () -> query("select 1 from utopia.letter where state = 'QUEUED' limit 1").isEmpty());
  }

  private static void atTheirBest() {
    MAIL.mood = Mood.GOOD;
    MAIL.letters.clear();
    utopia().reset();
    powercode().reset();
  }
}
