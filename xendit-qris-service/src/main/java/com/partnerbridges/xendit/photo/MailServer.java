package com.partnerbridges.xendit.photo;

import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.xendit.XenditConfig;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The mail server of the settings. */
class MailServer {

  @Produces
  @ApplicationScoped
  MailRoute route(Vertx vertx, XenditConfig config) {
    return new MailRoute(vertx, config.mail());
  }
}
