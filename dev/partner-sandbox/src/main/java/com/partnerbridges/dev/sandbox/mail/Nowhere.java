package com.partnerbridges.dev.sandbox.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.internet.MimeMessage;

/** A mailbox that keeps nothing, so that the server's memory stays bounded. */
final class Nowhere extends UserImpl {
  static final Nowhere INSTANCE = new Nowhere();

  private Nowhere() {
    super("nowhere@sandbox.invalid", "nowhere", "", null);
  }

  @Override
  public void deliver(MovingMessage message) {
    // already listed
  }

  @Override
  public void deliver(MimeMessage message) {
    // already listed
  }
}
