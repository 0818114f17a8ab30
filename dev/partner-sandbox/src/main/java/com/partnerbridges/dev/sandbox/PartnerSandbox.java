package com.partnerbridges.dev.sandbox;

import com.partnerbridges.dev.sandbox.atlas.AtlasRoom;
import com.partnerbridges.dev.sandbox.idp.IdpRoom;
import com.partnerbridges.dev.sandbox.iiko.IikoRoom;
import com.partnerbridges.dev.sandbox.iute.IuteRoom;
import com.partnerbridges.dev.sandbox.mail.MailSink;
import com.partnerbridges.dev.sandbox.powercode.PowercodeRoom;
import com.partnerbridges.dev.sandbox.powercode.SelfSignedCertificate;
import com.partnerbridges.dev.sandbox.room.Room;
import com.partnerbridges.dev.sandbox.utopia.UtopiaRoom;
import com.partnerbridges.dev.sandbox.xendit.XenditRoom;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
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
  private static final int MOST_FORM_FIELD_BYTES = 1024 * 1024;

  private final Vertx vertx;
  private final MailSink mail;
  private final HttpServer http;
  private final HttpServer tls;
  private final String host;

  private PartnerSandbox(Vertx vertx, MailSink mail, HttpServer http, HttpServer tls, String host) {
    this.vertx = vertx;
    this.mail = mail;
    this.http = http;
    this.tls = tls;
    this.host = host;
  }

  /** The same as {@link #start(String, int, int, int)} with any free TLS port. */
  public static PartnerSandbox start(String host, int httpPort, int smtpPort) {
    return start(host, httpPort, smtpPort, 0);
  }

  /**
   * Returns when all ports are open.
   *
   * @param httpPort 0 for a free one
   * @param smtpPort 0 for a free one
   * @param tlsPort the same as on the HTTP port, with a certificate that nobody knows; 0 for a free
   *     one
   * @throws IllegalStateException when a port cannot be had
   */
  public static PartnerSandbox start(String host, int httpPort, int smtpPort, int tlsPort) {
    MailSink mail = startMail(host, smtpPort);
    Vertx vertx = newVertx();
    try {
      SelfSignedCertificate certificate = SelfSignedCertificate.create(host);
      List<Room> rooms =
          List.of(
              new IuteRoom(vertx),
              new XenditRoom(vertx),
              new AtlasRoom(),
              new UtopiaRoom(vertx),
              new PowercodeRoom(certificate),
              new IikoRoom(),
              new IdpRoom());
      Router router = new SandboxRoutes(vertx, rooms, mail).router();
      HttpServer http = listen(vertx, router, options(), host, httpPort);
      HttpServer tls = listen(vertx, router, options(certificate), host, tlsPort);
      return new PartnerSandbox(vertx, mail, http, tls, host);
    } catch (RuntimeException e) {
      mail.close();
      await(vertx.close());
      throw e;
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

  public int tlsPort() {
    return tls.actualPort();
  }

  /** Where PowerCode is as its customers have it: behind a certificate that nobody signed. */
  public URI tlsUrl() {
    return URI.create("https://" + host + ":" + tlsPort());
  }

  @Override
  public void close() {
    mail.close();
    await(vertx.close());
  }

  /** Options: {@code --host 127.0.0.1 --port 8090 --smtp-port 8025 --tls-port 8444}. */
  public static void main(String[] arguments) {
    // the mail server's log has no reader here, and needs none
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    SandboxOptions options = SandboxOptions.parse(arguments);
    PartnerSandbox sandbox =
        start(options.host(), options.port(), options.smtpPort(), options.tlsPort());
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    System.out.println(
        "Partner sandbox: %s  %s  SMTP port %d"
            .formatted(sandbox.url(), sandbox.tlsUrl(), sandbox.smtpPort()));
  }

  private static HttpServerOptions options() {
    return new HttpServerOptions().setMaxFormAttributeSize(MOST_FORM_FIELD_BYTES);
  }

  private static HttpServerOptions options(SelfSignedCertificate certificate) {
    return options()
        .setSsl(true)
        .setKeyCertOptions(
            new PemKeyCertOptions()
                .addKeyValue(Buffer.buffer(certificate.keyPem()))
                .addCertValue(Buffer.buffer(certificate.certificatePem())));
  }

  private static HttpServer listen(
      Vertx vertx, Router router, HttpServerOptions options, String host, int port) {
    try {
      return await(vertx.createHttpServer(options).requestHandler(router).listen(port, host));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "Sandbox cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    }
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
