package com.partnerbridges.xendit;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells those who watch the log that there is something for a person to look at. */
@ApplicationScoped
public class Alarm {

  private static final Logger LOG = Logger.getLogger(Alarm.class);

  /** An item of this kind is open that was not before. */
  public void raised(String kind, String reference) {
    LOG.warnf("attention kind=%s reference=%s", kind, reference);
  }
}
