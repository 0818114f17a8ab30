package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.iiko.session.AccountSession;
import com.partnerbridges.iiko.session.AccountSessions;
import com.partnerbridges.iiko.sync.Patience;
import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.trace.KeptTrace;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Works off an account's due runs one after the other, in one session at its server; blocking. */
@ApplicationScoped
class AccountWork {

  private static final String ACTOR = "sync";
  private static final String SPAN = "process run";
  private static final int CONFLICT = 409;

  private final AccountSessions sessions;
  private final WorkRepository runs;
  private final RunWork work;
  private final Patience patience;
  private final Drain drain;

  AccountWork(
      AccountSessions sessions, WorkRepository runs, RunWork work, Patience patience, Drain drain) {
    this.sessions = sessions;
    this.runs = runs;
    this.work = work;
    this.patience = patience;
    this.drain = drain;
  }

  /** How many runs were worked on; 0 when somebody else has the account. */
  int workOff(String accountId) {
    AtomicInteger failed = new AtomicInteger();
    try {
      return sessions
          .open(accountId, ACTOR, "sync", why -> failed.set(failAll(accountId, why)))
          .map(open -> inSession(accountId, open))
          .orElse(0);
    } catch (IikoTrouble told) {
      return failed.get();
    } catch (Problem problem) {
      if (problem.status() != CONFLICT) {
        throw problem;
      }
      // nobody can hold an account that is not connected
      return problem.code().equals(AccountSessions.NOT_CONNECTED)
          ? failAll(accountId, problem)
          : failed.get();
    }
  }

  private int inSession(String accountId, AccountSession session) {
    int done = 0;
    try (session;
        HeartBeat watch = new HeartBeat(drain)) {
      session.tell(watch);
      Optional<Run> run = next(accountId);
      while (run.isPresent()) {
        done++;
        run = goesOn(run.get(), session, watch) ? next(accountId) : Optional.empty();
      }
    }
    return done;
  }

  private boolean goesOn(Run run, AccountSession session, HeartBeat watch) {
    try (Scope trace = KeptTrace.goOn(run.traceparent(), SPAN)) {
      return work.goesOn(run, session, watch);
    }
  }

  /**
   * Nobody got in: what is due now has failed alike, and is not asked for one by one. The server
   * was in trouble once, however many runs were due.
   */
  private int failAll(String accountId, RuntimeException failure) {
    if (failure instanceof Problem problem && problem.status() != CONFLICT) {
      return 0;
    }
    int failed = 0;
    int failures = 0;
    for (Optional<Run> run = next(accountId); run.isPresent(); run = next(accountId)) {
      failures = failed == 0 ? run.get().failures() : failures;
      try (Scope trace = KeptTrace.goOn(run.get().traceparent(), SPAN)) {
        work.failed(run.get().withFailures(failures), failure);
      }
      failed++;
    }
    return failed;
  }

  private Optional<Run> next(String accountId) {
    return drain.hasBegun() ? Optional.empty() : patience.await(runs.begin(accountId));
  }
}
