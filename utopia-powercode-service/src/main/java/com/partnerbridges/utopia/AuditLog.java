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

  static final String ORDER = "orderref";
  private static final Logger LOG = Logger.getLogger(CATEGORY);

  /** A call to a partner was answered, or not. */
  public void partnerCall(String orderref, String partner, String action, String outcome) {
    line(
        Logger.Level.INFO,
        orderref,
        "call partner=%s action=%s outcome=%s".formatted(partner, action, outcome));
  }

  /**
   * Something happened.
   *
   * @param orderref null when it is not about an order
   */
  public void event(String orderref, String event) {
    line(Logger.Level.INFO, orderref, event);
  }

  /** Something that a person must look at. */
  public void warning(String orderref, String event) {
    line(Logger.Level.WARN, orderref, event);
  }

  /** Whatever is logged meanwhile, to whatever category, carries the order's reference. */
  public static void about(String orderref, Runnable logging) {
    MDC.put(ORDER, orderref);
    try {
      logging.run();
    } finally {
      MDC.remove(ORDER);
    }
  }

  private static void line(Logger.Level level, String orderref, String text) {
    about(orderref == null ? "-" : orderref, () -> LOG.log(level, text));
  }
}
