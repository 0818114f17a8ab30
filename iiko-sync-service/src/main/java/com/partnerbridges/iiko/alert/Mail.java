package com.partnerbridges.iiko.alert;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.mail.MailRoute;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The mail server of the settings. */
class Mail {

  @Produces
  @ApplicationScoped
  static MailRoute route(Vertx vertx, IikoConfig config) {
    return new MailRoute(vertx, config.mail());
  }
}
