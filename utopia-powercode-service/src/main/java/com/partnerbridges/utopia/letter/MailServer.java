package com.partnerbridges.utopia.letter;

import com.partnerbridges.shared.mail.Letter;
import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.utopia.PartnerState;
import com.partnerbridges.utopia.UtopiaConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.RejectedExecutionException;

/** The mail server of the settings, and whether it answers. */
@ApplicationScoped
class MailServer {

  private final MailRoute route;
  private final PartnerState partners;

  MailServer(MailRoute route, PartnerState partners) {
    this.route = route;
    this.partners = partners;
  }

  @Produces
  @ApplicationScoped
  static MailRoute route(Vertx vertx, UtopiaConfig config) {
    return new MailRoute(vertx, config.mail());
  }

  /** Done when it has taken the letter. */
  Uni<Void> send(Letter letter) {
    return route
        .send(letter)
        .invoke(() -> partners.answered(PartnerState.SMTP))
        .onFailure()
        .invoke(this::failed);
  }

  private void failed(Throwable failure) {
    if (failure instanceof SMTPException) {
      partners.answered(PartnerState.SMTP);
    } else if (!(failure instanceof RejectedExecutionException)) { // it was not asked
      partners.away(PartnerState.SMTP, MailRoute.reason(failure));
    }
  }
}
