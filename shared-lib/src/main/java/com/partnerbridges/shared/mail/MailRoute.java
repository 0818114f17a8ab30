package com.partnerbridges.shared.mail;

import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.edge.SomeTime;
import com.partnerbridges.shared.trace.Spans;
import io.smallrye.config.WithConverter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The way to the mail server, for a bounded time: the client that Quarkus Mailer is built on, but
 * one for each letter. The Mailer's own waits for ever for a server that accepts a connection and
 * then says nothing, even when the connection is closed, and has a limited number of connections.
 */
public class MailRoute {

  /** The server that e-mail goes out through; a part of a service's settings. */
  public interface Settings {

    /** Its host. */
    String server();

    int port();

    /** What stands as the sender. */
    String sender();

    Optional<String> username();

    Optional<Secret> password();

    /** Whether the connection becomes an encrypted one. */
    StartTLSOptions startTls();

    /** Whether it is encrypted from the beginning. */
    boolean tls();

    /** How long one e-mail may take. */
    @WithConverter(SomeTime.class)
    Duration timeout();
  }

  private static final int LETTERS_AT_ONCE = 16;
  private static final Map<String, String> SPAN = Map.of("partner", "smtp", "operation", "send");

  private final Semaphore free = new Semaphore(LETTERS_AT_ONCE);
  private final Vertx vertx;
  private final Settings settings;
  private final MailConfig server;
  private final String domain;

  public MailRoute(Vertx vertx, Settings settings) {
    this(vertx, settings, settings.port());
  }

  /**
   * @param port instead of the one that is set
   */
  public MailRoute(Vertx vertx, Settings settings, int port) {
    this.vertx = vertx;
    this.settings = settings;
    server = server(settings, port);
    String sender = new EmailAddress(settings.sender()).getEmail();
    domain = sender.substring(sender.indexOf('@') + 1);
  }

  /** Done when the server has taken the letter, failed when it has not within the time limit. */
  public Uni<Void> send(Letter letter) {
    return Spans.of("smtp send", SPAN, () -> sent(message(letter)));
  }

  private Uni<Void> sent(MailMessage message) {
    if (!free.tryAcquire()) {
      return Uni.createFrom().failure(new RejectedExecutionException());
    }
    MailClient client = MailClient.create(vertx, server);
    return Uni.createFrom()
        .completionStage(() -> client.sendMail(message).toCompletionStage())
        .ifNoItem()
        .after(settings.timeout())
        .fail()
        .onTermination()
        .invoke(
            () -> {
              client.close();
              free.release();
            })
        .replaceWithVoid();
  }

  private MailMessage message(Letter letter) {
    return new MailMessage()
        .setFrom(settings.sender())
        // read here, so that an address that cannot be read fails at once
        .setTo(addresses(letter.recipients()))
        .setSubject(letter.subject())
        .setText(letter.text())
        .setHtml(letter.html())
        .setHeaders(
            MultiMap.caseInsensitiveMultiMap()
                .set("Message-ID", "<" + letter.id() + "@" + domain + ">"));
  }

  private static List<String> addresses(List<String> recipients) {
    return recipients.stream().map(EmailAddress::new).map(EmailAddress::getEmail).toList();
  }

  /** Why a letter was not taken, without the server's own words: they may hold the address. */
  public static String reason(Throwable failure) {
    return failure instanceof SMTPException refusal
        ? "SMTP " + refusal.getReplyCode()
        : failure.getClass().getSimpleName();
  }

  private static MailConfig server(Settings settings, int port) {
    MailConfig config =
        new MailConfig()
            .setHostname(settings.server())
            .setPort(port)
            .setStarttls(settings.startTls())
            .setSsl(settings.tls())
            .setKeepAlive(false);
    int limit = Math.toIntExact(settings.timeout().toMillis());
    // closing the client leaves a connection in use as it is: silence ends it
    config.setConnectTimeout(limit).setIdleTimeout(limit).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    settings.username().ifPresent(config::setUsername);
    settings.password().ifPresent(password -> config.setPassword(password.value()));
    return config;
  }
}
