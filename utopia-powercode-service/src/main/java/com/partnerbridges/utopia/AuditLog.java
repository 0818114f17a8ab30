package com.partnerbridges.utopia;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * What was done about each order, one line per event: callbacks, calls to partners, outcomes and
 * acts of people. It goes to the log, and to a file of its own when {@code AUDIT_LOG_FILE} is set.
 * Nothing personal stands in it.
 */
@ApplicationScoped
public class AuditLog {

  /** The category that the file listens to. */
  static final String CATEGORY = "audit";

  private static final String ORDER = "orderref";
  private static final Logger LOG = Logger.getLogger(CATEGORY);

  /** A call to a partner was answered, or not. */
  public void partnerCall(String orderref, String partner, String action, String outcome) {
    line(orderref, "call partner=%s action=%s outcome=%s".formatted(partner, action, outcome));
  }

  /** Something happened to an order. */
  public void event(String orderref, String event) {
    line(orderref, event);
  }

  private static void line(String orderref, String text) {
    MDC.put(ORDER, String.valueOf(orderref));
    try {
      LOG.info(text);
    } finally {
      MDC.remove(ORDER);
    }
  }
}
