package com.partnerbridges.dev.sandbox.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.partnerbridges.dev.sandbox.room.Ring;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An SMTP server that takes every mail for every recipient and keeps the newest ones to look at.
 */
public final class MailSink implements AutoCloseable {
  private static final int KEPT = 1000;

  private final Ring<SunkMail> mails = new Ring<>(KEPT);
  private final AtomicLong lastId = new AtomicLong();
  private final GreenMail server;

  /**
   * @param port 0 for a free one
   */
  public MailSink(String host, int port) {
    server =
        new GreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    server.start();
    server.getUserManager().setMessageDeliveryHandler(this::sink);
  }

  public int port() {
    return server.getSmtp().getPort();
  }

  public List<SunkMail> newest(int limit) {
    return mails.newest(limit, mail -> true);
  }

  public void clear() {
    mails.clear();
  }

  @Override
  public void close() {
    server.stop();
  }

  private GreenMailUser sink(MovingMessage message, MailAddress recipient) {
    MailBodies bodies = MailBodies.of(message.getMessage());
    mails.add(
        new SunkMail(
            lastId.incrementAndGet(),
            Instant.now(),
            message.getReturnPath() == null ? null : message.getReturnPath().getEmail(),
            recipient.getEmail(),
            bodies.subject(),
            bodies.text(),
            bodies.html()));
    return Nowhere.INSTANCE;
  }
}
