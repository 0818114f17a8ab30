package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.gateway.IikoServer.Source;
import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import com.partnerbridges.shared.edge.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Logs in anew when the session is too old or is not known any more. */
final class LiveSession implements IikoSession {

  private static final Logger LOG = Logger.getLogger(LiveSession.class);

  private final Calls calls;
  private final IikoServer server;
  private final SessionWatch watch;
  private final Clock clock;
  private final Duration longest;
  private Secret token;
  private Instant since;

  /**
   * @param longest a session that is older is not used any more
   */
  LiveSession(Calls calls, IikoServer server, SessionWatch watch, Clock clock, Duration longest) {
    this.calls = calls;
    this.server = server;
    this.watch = watch;
    this.clock = clock;
    this.longest = longest;
  }

  void logIn() {
    Ask login = Ask.login(server.username().value(), PasswordHash.of(server.password()));
    Instant begin = clock.instant();
    try {
      calls.ask(
          server,
          watch,
          login,
          (reply, attempt) -> {
            // kept at once: whatever fails from here on, the slot is known
            token = Answers.token(reply);
            since = begin;
            return token;
          });
      watch.loggedIn(token);
    } catch (SessionEnded refused) {
      throw new IikoTrouble(
          Kind.WRONG_PASSWORD, "The server does not accept the user name and the password.");
    } catch (RuntimeException halfWay) {
      close();
      throw halfWay;
    }
  }

  @Override
  public void departments(RecordSink<CorporateItem> sink) {
    list(key -> Ask.of(Operation.DEPARTMENTS, key), Shapes.CORPORATE_ITEM, sink);
  }

  @Override
  public void stores(RecordSink<CorporateItem> sink) {
    list(key -> Ask.of(Operation.STORES, key), Shapes.CORPORATE_ITEM, sink);
  }

  @Override
  public void suppliers(RecordSink<Supplier> sink) {
    list(key -> Ask.of(Operation.SUPPLIERS, key), Shapes.SUPPLIER, sink);
  }

  @Override
  public void suppliersNamed(String name, RecordSink<Supplier> sink) {
    list(key -> Ask.search(name, key), Shapes.SUPPLIER, sink);
  }

  @Override
  public void invoices(LocalDate from, LocalDate to, RecordSink<Invoice> sink) {
    boolean isJson = server.source() == Source.JSON;
    list(
        key -> isJson ? Ask.invoicesJson(from, to, key) : Ask.invoices(from, to, key),
        Shapes.INVOICE,
        sink);
  }

  @Override
  public void close() {
    if (token == null) {
      return;
    }
    // a thread that is interrupted could not wait for the answer
    boolean interrupted = Thread.interrupted();
    try {
      logOut();
    } catch (RuntimeException failure) {
      Object why = failure instanceof IikoTrouble trouble ? trouble.kind() : failure.getClass();
      LOG.warnf("A session at the iiko server could not be ended: %s", why);
    } finally {
      token = null;
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private <T> void list(Function<Secret, Ask> question, Shape<T> shape, RecordSink<T> sink) {
    if (token != null && isOld()) {
      logOut();
    }
    if (token == null) {
      logIn();
    }
    try {
      ask(question.apply(token), shape, sink);
    } catch (SessionEnded first) {
      watch.loggingInAgain();
      close();
      logIn();
      try {
        ask(question.apply(token), shape, sink);
      } catch (SessionEnded again) {
        throw new IikoTrouble(
            Kind.SERVER_ERROR, "The server does not know the session that it has just begun.");
      }
    }
  }

  private <T> void ask(Ask ask, Shape<T> shape, RecordSink<T> sink) {
    calls.ask(
        server,
        watch,
        ask,
        (reply, attempt) -> {
          handOut(records(ask.operation(), Answers.body(reply), shape), attempt, shape, sink);
          return null;
        });
  }

  private Records records(Operation operation, InputStream body, Shape<?> shape) {
    return operation == Operation.INVOICES_JSON
        ? new JsonRecords(body, shape, server.zone())
        : new XmlRecords(body, shape, server.zone());
  }

  private static <T> void handOut(
      Records records, Attempt attempt, Shape<T> shape, RecordSink<T> sink) throws IOException {
    for (Fields next = records.next(); next != null; next = records.next()) {
      attempt.handedOut();
      T record;
      try {
        record = next.as(shape);
      } catch (Unreadable unreadable) {
        sink.unreadable(next.idOrNull(), unreadable.getMessage());
        continue;
      }
      sink.record(record);
    }
  }

  private boolean isOld() {
    return Duration.between(since, clock.instant()).compareTo(longest) >= 0;
  }

  /** Of a session that the server does not know any more, it is known that it holds no slot. */
  private void logOut() {
    try {
      calls.ask(server, watch, Ask.of(Operation.LOGOUT, token), (reply, attempt) -> null);
    } catch (SessionEnded already) {
      // as it should be
    }
    token = null;
    watch.loggedOut();
  }
}
