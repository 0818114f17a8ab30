package com.partnerbridges.xendit.photo;

import com.partnerbridges.xendit.XenditConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The way to the mail server: the client that Quarkus Mailer is built on, with a time limit that
 * the Mailer cannot be given. Without one, a server that accepts a connection and then says nothing
 * is waited for for ever, and after ten such waits no connection is left.
 */
@ApplicationScoped
class MailRoute {

  private static final int CONNECTIONS = 16;

  private final Semaphore free = new Semaphore(CONNECTIONS);
  private final MailClient client;
  private final XenditConfig.Mail settings;
  private final String domain;

  @Inject
  MailRoute(Vertx vertx, XenditConfig config) {
    this(vertx, config.mail(), config.mail().port());
  }

  MailRoute(Vertx vertx, XenditConfig.Mail settings, int port) {
    this.settings = settings;
    String sender = new EmailAddress(settings.sender()).getEmail();
    domain = sender.substring(sender.indexOf('@') + 1);
    client = MailClient.create(vertx, client(settings, port));
  }

  /** Done when the server has taken the letter, failed when it has not within the time limit. */
  Uni<Void> send(Letter letter) {
    return Uni.createFrom()
        .completionStage(() -> sent(message(letter)))
        .ifNoItem()
        .after(settings.timeout())
        .fail()
        .replaceWithVoid();
  }

  /**
   * A letter that would wait for a connection is not handed over: nobody could take it back, and it
   * would go out after it was given up and sent again.
   */
  private CompletionStage<MailResult> sent(MailMessage message) {
    if (!free.tryAcquire()) {
      throw new RejectedExecutionException();
    }
    return client.sendMail(message).onComplete(done -> free.release()).toCompletionStage();
  }

  private MailMessage message(Letter letter) {
    return new MailMessage()
        .setFrom(settings.sender())
        // read here, since the client does not survive an address that it cannot read
        .setTo(new EmailAddress(letter.recipient()).getEmail())
        .setSubject(letter.subject())
        .setText(letter.text())
        .setHtml(letter.html())
        .setHeaders(
            MultiMap.caseInsensitiveMultiMap()
                .set("Message-ID", "<" + letter.id() + "@" + domain + ">"));
  }

  /** Why a letter was not taken, without the server's own words: they may hold the address. */
  static String reason(Throwable failure) {
    return failure instanceof SMTPException refusal
        ? "SMTP " + refusal.getReplyCode()
        : failure.getClass().getSimpleName();
  }

  private static MailConfig client(XenditConfig.Mail settings, int port) {
    MailConfig config =
        new MailConfig()
            .setHostname(settings.server())
            .setPort(port)
            .setStarttls(settings.startTls())
            .setSsl(settings.tls())
            .setMaxPoolSize(CONNECTIONS)
            .setKeepAlive(false);
    // a connection that nobody waits for any more is closed, too
    config
        .setConnectTimeout(Math.toIntExact(settings.timeout().toMillis()))
        .setIdleTimeout(Math.toIntExact(settings.timeout().toMillis()))
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    settings.username().ifPresent(config::setUsername);
    settings.password().ifPresent(password -> config.setPassword(password.value()));
    return config;
  }
}
