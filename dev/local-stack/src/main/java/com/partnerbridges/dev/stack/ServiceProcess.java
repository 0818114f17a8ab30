package com.partnerbridges.dev.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One instance of a packaged service. */
public final class ServiceProcess implements AutoCloseable {
  private static final long STOP_MILLIS = 20_000;

  private final String name;
  private final int port;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private final ProcessList processes;
  private volatile Process process;

  /**
   * @param name of the service and its number, as in {@code iute-service-1}
   */
  ServiceProcess(
      String name,
      int port,
      List<String> command,
      Map<String, String> environment,
      Path log,
      ProcessList processes) {
    this.name = name;
    this.port = port;
    this.command = command;
    this.environment = environment;
    this.log = log;
    this.processes = processes;
  }

  public String name() {
    return name;
  }

  public URI url() {
    return URI.create("http://" + StackPorts.HOST + ":" + port);
  }

  /** What it has written so far, over all its starts. */
  public Path log() {
    return log;
  }

  public synchronized void start() {
    launch();
    awaitReady();
  }

  /** Returns at once: {@link #awaitReady()} is for later, when others have been launched too. */
  synchronized void launch() {
    if (isRunning()) {
      throw new StackException(name + " is already running");
    }
    process = Launch.start(command, environment, log);
    processes.add(process.pid());
  }

  /** Holds no lock, so that a stack can be closed while it starts. */
  void awaitReady() {
    Deadline.awaitReady(name, process, log, this::isReady);
  }

  /** Asks it to end, and gives it time to finish what it has begun. */
  public synchronized void stop() {
    if (!isRunning()) {
      return;
    }
    Signal.CONT.to(process.toHandle());
    process.destroy();
    if (!Deadline.exitsWithin(process, STOP_MILLIS)) {
      kill9();
    }
  }

  public synchronized void kill9() {
    ProcessList.end(process.toHandle());
  }

  /** It keeps its connections and does nothing, until {@link #thaw()}. */
  public synchronized void freeze() {
    Signal.STOP.to(process.toHandle());
  }

  public synchronized void thaw() {
    Signal.CONT.to(process.toHandle());
  }

  public synchronized void restart() {
    stop();
    start();
  }

  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  /** What {@code /q/health/ready} says, false also when it says nothing. */
  public boolean isReady() {
    return Probe.isOk(url().resolve("/q/health/ready"));
  }

  @Override
  public void close() {
    stop();
  }
}
