package com.partnerbridges.dev.sandbox;

import com.partnerbridges.dev.sandbox.atlas.AtlasRoom;
import com.partnerbridges.dev.sandbox.iute.IuteRoom;
import com.partnerbridges.dev.sandbox.mail.MailSink;
import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.xendit.XenditRoom;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Every partner of the suite, simulated in one process, with an SMTP sink. Any number of them can
 * run side by side; {@link #close()} ends all their threads.
 */
public final class PartnerSandbox implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final Vertx vertx;
  private final MailSink mail;
  private final HttpServer http;
  private final String host;

  private PartnerSandbox(Vertx vertx, MailSink mail, HttpServer http, String host) {
    this.vertx = vertx;
    this.mail = mail;
    this.http = http;
    this.host = host;
  }

  /**
   * Returns when both ports are open.
   *
   * @param httpPort 0 for a free one
   * @param smtpPort 0 for a free one
   * @throws IllegalStateException when a port cannot be had
   */
  public static PartnerSandbox start(String host, int httpPort, int smtpPort) {
    MailSink mail = startMail(host, smtpPort);
    Vertx vertx = newVertx();
    try {
      List<Room> rooms = List.of(new IuteRoom(vertx), new XenditRoom(vertx), new AtlasRoom());
      Future<HttpServer> server =
          vertx
              .createHttpServer()
              .requestHandler(new SandboxRoutes(vertx, rooms, mail).router())
              .listen(httpPort, host);
      return new PartnerSandbox(vertx, mail, await(server), host);
    } catch (RuntimeException e) {
      mail.close();
      await(vertx.close());
      throw new IllegalStateException(
          "Sandbox cannot listen on " + host + ":" + httpPort + ": " + e.getMessage(), e);
    }
  }

  public int httpPort() {
    return http.actualPort();
  }

  public int smtpPort() {
    return mail.port();
  }

  public URI url() {
    return URI.create("http://" + host + ":" + httpPort());
  }

  @Override
  public void close() {
    mail.close();
    await(vertx.close());
  }

  /** Options: {@code --host 127.0.0.1 --port 8090 --smtp-port 8025}. */
  public static void main(String[] arguments) {
    // the mail server's log has no reader here, and needs none
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    SandboxOptions options = SandboxOptions.parse(arguments);
    PartnerSandbox sandbox = start(options.host(), options.port(), options.smtpPort());
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    System.out.println("Partner sandbox: " + sandbox.url() + "  SMTP port " + sandbox.smtpPort());
  }

  private static MailSink startMail(String host, int port) {
    try {
      return new MailSink(host, port);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "Mail sink cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    }
  }

  /** One event loop, so that nothing in the sandbox needs a lock; no files in temporary folders. */
  private static Vertx newVertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(2)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("Not done after " + PATIENCE_SECONDS + " s", e);
    }
  }
}
