package com.partnerbridges.utopia.ticket;

import com.partnerbridges.shared.signature.Sha256;
import com.partnerbridges.utopia.AuditLog;
import com.partnerbridges.utopia.UtopiaConfig;
import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.plan.Plan;
import com.partnerbridges.utopia.ticket.TicketFile.Version;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Writes the install ticket's description, from the template of {@code TICKET_DESCRIPTION_FILE} as
 * it is now. An edit that cannot be used leaves the template before it in place.
 */
@ApplicationScoped
public class TicketText {

  private static final Logger LOG = Logger.getLogger(TicketText.class);

  /** A file that was changed just now may not be all there yet. */
  private static final Duration SETTLES = Duration.ofSeconds(1);

  private final Optional<Path> file;
  private final Clock clock;
  private final TicketTemplate standard = TicketTemplate.of(TicketFile.readDefault());
  private TicketTemplate good = standard;
  private Version seen = Version.NONE;
  private Broken broken;

  /**
   * An edit that cannot be used.
   *
   * @param digest SHA-256 of the text, in hexadecimal digits
   * @param mistake one line for the person who edits it
   * @param since when it was found
   */
  public record Broken(String digest, String mistake, Instant since) {}

  @Inject
  TicketText(UtopiaConfig config, Clock clock) {
    this(config.ticket().descriptionFile(), clock);
  }

  TicketText(Optional<Path> file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  void start(@Observes StartupEvent start) {
    file.ifPresent(
        path -> {
          seen = Version.of(path);
          good = TicketTemplate.of(TicketFile.read(path));
        });
  }

  /**
   * The description in HTML.
   *
   * @param customerId null while there is no customer
   */
  public String write(String orderref, Contract contract, String customerId, List<Plan> services) {
    look();
    Map<String, Object> variables = TicketVariables.of(orderref, contract, customerId, services);
    try {
      return good().render(variables);
    } catch (RuntimeException mistake) {
      // in a branch that no trial takes: an order does not wait for the office's text
      String why = new BrokenTemplate(mistake.getMessage()).getMessage();
      AuditLog.about(
          orderref, () -> LOG.warnf("ticket template fails, the default one is used why=%s", why));
      return standard.render(variables);
    }
  }

  /** Takes a change of the file. One look at its attributes, when there is none. */
  public synchronized void look() {
    file.ifPresent(
        path -> {
          Version now = Version.of(path);
          if (!now.equals(seen) && !isFresh(now)) {
            seen = now;
            take(path);
          }
        });
  }

  /** Empty when all is well. */
  public synchronized Optional<Broken> broken() {
    return Optional.ofNullable(broken);
  }

  private synchronized TicketTemplate good() {
    return good;
  }

  private boolean isFresh(Version version) {
    Instant now = clock.instant();
    return !version.modified().isAfter(now) && version.modified().isAfter(now.minus(SETTLES));
  }

  private void take(Path path) {
    String text = "";
    try {
      text = TicketFile.read(path);
      good = TicketTemplate.of(text);
      LOG.infof(
          "ticket template taken from TICKET_DESCRIPTION_FILE%s",
          broken == null ? "" : ", it is good again");
      broken = null;
    } catch (BrokenTemplate mistake) {
      broken =
          new Broken(
              HexFormat.of().formatHex(Sha256.digest(text)), mistake.getMessage(), clock.instant());
      LOG.warnf(
          "ticket template broken, the one before it is kept: TICKET_DESCRIPTION_FILE %s",
          mistake.getMessage());
    }
  }
}
